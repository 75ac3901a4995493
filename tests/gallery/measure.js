// What is wrong with the looks of a document, as a list of sentences.
(frame) => {
  const document = frame.contentDocument;
  const window = frame.contentWindow;
  const width = document.documentElement.clientWidth;
  const found = [];

  const named = (element) =>
    `<${element.tagName.toLowerCase()} class="${element.className}"> ` +
    `"${element.textContent.trim().slice(0, 30)}"`;

  const scrolls = (element) =>
    element && (/auto|scroll/.test(window.getComputedStyle(element).overflowX) ||
      scrolls(element.parentElement));

  // "rgb(1, 2, 3)" or "rgba(1, 2, 3, 0.5)" → [red, green, blue, opacity]
  const colour = (text) => {
    const [red, green, blue, opacity = 1] = text.match(/[\d.]+/g).map(Number);
    return [red, green, blue, opacity];
  };

  const over = (top, bottom) =>
    [0, 1, 2].map((i) => top[i] * top[3] + bottom[i] * (1 - top[3])).concat(1);

  const background = (element) => {
    if (!element) return [255, 255, 255, 1];
    const own = colour(window.getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, background(element.parentElement));
  };

  // relative luminance and contrast as WCAG 2 defines them
  const luminance = (rgb) =>
    rgb.slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);

  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  if (document.documentElement.scrollWidth > width) found.push("the page scrolls sideways");

  for (const element of document.body.querySelectorAll("*:not(svg *):not(style)")) {
    const box = element.getBoundingClientRect();
    if (!box.width) continue;
    const style = window.getComputedStyle(element);
    const isOut = box.left < -0.5 || box.right > width + 0.5;
    if (isOut && !scrolls(element)) found.push(`${named(element)} is out of sight`);
    if (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth)
      found.push(`${named(element)} is cut off`);
    if (style.overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1)
      found.push(`${named(element)} is cut off below`);
  }

  for (const image of document.images) {
    const box = image.getBoundingClientRect();
    const ratio = image.naturalWidth / image.naturalHeight;
    if (!image.naturalWidth) found.push(`the picture "${image.alt}" does not load`);
    else if (Math.abs(box.width / box.height / ratio - 1) > 0.02)
      found.push(`the picture "${image.alt}" is out of shape`);
    if (box.height > 700) found.push(`the picture "${image.alt}" is higher than a phone`);
    if (background(image)[0] !== 255) found.push(`the picture "${image.alt}" stands on no white`);
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || element.closest("style, svg")) continue;
    const style = window.getComputedStyle(element);
    const paper = background(element);
    const ratio = contrast(over(colour(style.color), paper), paper);
    if (ratio < 4.5) found.push(`${named(element)} has a contrast of ${ratio.toFixed(2)}`);
    const isMath = element.closest("math, sub, sup");
    if (parseFloat(style.fontSize) < 12 && !isMath)
      found.push(`${named(element)} is ${style.fontSize} high`);
  }
  return found;
}
