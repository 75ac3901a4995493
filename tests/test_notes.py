"""Our own notes: every topic is there, nothing is wrong with them, all of them are asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factdeck import run
from factdeck.config import load
from factdeck.corpus import Corpus
from factdeck.facts.text import plain

ROOT = Path(__file__).parent.parent
NOTES = ROOT / "notes" / "aws"

TOPICS = """
01-cloud-computing: IaaS, PaaS, SaaS, Scalability, Elasticity, Agility, High availability,
    Vertical scaling, Horizontal scaling, Region, Availability Zone, Shared responsibility
02-iam: IAM, root user, IAM user, IAM group, policy, role, credential report, Access Advisor,
    MFA, Console, CLI, SDK, access key
03-ec2: EC2, user data, security group, SSH, On-Demand, Reserved Instances, Savings Plans,
    Spot Instances, Dedicated Hosts, Dedicated Instances, Capacity Reservations
04-ec2-storage: EBS, snapshot, AMI, Image Builder, instance store, EFS, EFS-IA, FSx, Lustre
05-load-balancing-and-scaling: Elastic Load Balancing, Application Load Balancer,
    Network Load Balancer, Gateway Load Balancer, Classic Load Balancer, Auto Scaling group,
    target tracking, scheduled scaling, predictive scaling
06-s3: bucket, object, bucket policy, versioning, replication, Standard-IA, One Zone-IA, Glacier,
    Intelligent-Tiering, durability, availability, static website, Snow, OpsHub, Snowball,
    Snowmobile, Storage Gateway, DataSync, lifecycle
07-databases: RDS, Aurora, read replica, Multi-AZ, ElastiCache, DynamoDB, DAX, global table,
    DocumentDB, Neptune, QLDB, Managed Blockchain, DMS, NoSQL
08-analytics: Redshift, EMR, Athena, QuickSight, Glue, Data Catalog, CloudSearch
09-containers-and-serverless: Docker, ECS, Fargate, ECR, EKS, Kubernetes, serverless, Lambda,
    API Gateway, Batch, Lightsail
10-deployment: CloudFormation, stack, service role, Infrastructure Composer, CDK, Beanstalk
11-cicd: Continuous integration, Continuous delivery, CodeCommit, CodeBuild, CodeDeploy,
    CodePipeline, CodeArtifact, CodeGuru Reviewer, CodeGuru Profiler, GitHub
12-systems-manager: Systems Manager, SSM Agent, Session Manager, Run Command, Patch Manager,
    Maintenance Windows, Automation, Parameter Store, Instance Connect
13-messaging-and-integration: SQS, SNS, Kinesis, EventBridge, fan-out, event notification,
    AppFlow, Step Functions
14-email-and-engagement: SES, DKIM, SPF, configuration set, Pinpoint, Connect
15-networking: IP address, NACL, WAF, CloudFront, Direct Connect, Route 53, caching, TTL
16-high-performance-computing: HPC, placement group, ENA, EFA, MPI, ParallelCluster, Batch
17-monitoring-and-security: CloudWatch, CloudTrail, Config, Macie, Secrets Manager
18-machine-learning-and-iot: Rekognition, Lex, Alexa for Business, Mechanical Turk,
    Kinesis Video Streams, IoT Core
19-desktops-and-apps: WorkSpaces, WAM, IP access control group, AppStream, Amplify, Device Farm
20-cost-and-billing: Cost Explorer, Cost Anomaly Detection, Budgets, Organizations
21-well-architected: Well-Architected Framework, Well-Architected Tool, Trusted Advisor,
    Operational excellence, Security, Reliability, Performance efficiency, Cost optimization,
    Sustainability, disaster recovery
"""
COMPARED = """
Batch Lambda|EC2 Lambda|Pinpoint SES|AppStream WorkSpaces|ECS Fargate|EBS EFS|
IaaS PaaS SaaS|vertical horizontal|S3 EventBridge|ALB NLB|CRR SRR|SSH Session Manager|
EBS instance store|Multi-AZ read replicas|SQS SNS
"""


def topics() -> list[tuple[str, str]]:
    listed = re.findall(r"^(\S+): ((?:.*\n(?:    .*\n)*))", TOPICS, re.M)
    return [(name, each.strip()) for name, text in listed for each in text.split(",")]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return run.read_corpus(load(ROOT), [], ROOT, cached=False)


@pytest.mark.parametrize(("name", "topic"), topics())
def test_topic_is_asked(corpus: Corpus, name: str, topic: str) -> None:
    facts = [fact for fact in corpus.facts if fact.span.path == f"notes/aws/{name}.md"]
    said = [plain(f"{fact.subject} {fact.predicate} {fact.text} {fact.object}") for fact in facts]
    assert any(topic.lower() in text.lower() for text in said), (
        f"{topic} is in no fact of {name}.md"
    )


@pytest.mark.parametrize("pair", " ".join(COMPARED.split()).split("|"))
def test_pair_is_compared_in_a_table(corpus: Corpus, pair: str) -> None:
    tables: dict[tuple[str, str], str] = {}
    for fact in corpus.facts:
        if fact.place.table:
            words = " ".join([*fact.headings, fact.place.row, fact.place.column, fact.text])
            place = (fact.span.path, fact.place.table)
            tables[place] = f"{tables.get(place, '')} {words}".lower()
    wanted = pair.strip().lower().split()
    assert any(all(word in text for word in wanted) for text in tables.values())


def test_notes_are_clean(corpus: Corpus) -> None:
    config = load(ROOT)
    assert run.lint(config, [], ROOT, cached=False).findings == ()
    assert not re.search("factdeck:", "".join(file.source.text for file in corpus.files))


def test_every_image_is_shown_and_ours(corpus: Corpus) -> None:
    (deck,) = run.make_decks(load(ROOT), corpus, [], ROOT)
    shown = {Path(media.file).name for note in deck.notes for media in note.media}
    assert shown == {path.name for path in (NOTES / "media").iterdir()}
    assert shown
