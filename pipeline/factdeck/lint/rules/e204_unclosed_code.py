"""A block of code is never closed.

All that follows up to the end of the source is taken for code, and gives no cards.

Bad:

````markdown
# Kubernetes

```
kubectl get pods

- A Pod is the smallest unit that is deployed
````

Good:

````markdown
# Kubernetes

```
kubectl get pods
```

- A Pod is the smallest unit that is deployed
````
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.lint.problems import reported
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Finding, Severity


def check(rule: Rule[File], file: File) -> Iterable[Finding]:
    """Problems met while the source was parsed."""
    return reported(rule, file)


RULE = Rule("E204", "unclosed-code", Severity.ERROR, File, check)
