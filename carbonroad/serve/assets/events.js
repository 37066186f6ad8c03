// Changes as the server tells of them. A page that nobody sees listens to nothing: a browser has few lines
// to one server, and takes them up again as soon as the page is seen.

const AGAIN = 2000;
const PATIENCE = 1200;

/**
 * Listen to a stream of server-sent events.
 * onState(version) for each state, also at the beginning; onLost() when the server has been gone for a while;
 * onBack() when it is there again.
 */
export function listen(url, { onState, onLost, onBack }) {
  let source = null;
  let timer = 0;
  let patience = 0;
  let lost = false;

  function open() {
    stop();
    source = new EventSource(url);
    source.addEventListener("state", (event) => {
      clearTimeout(patience);
      patience = 0;
      if (lost) {
        lost = false;
        onBack?.();
      }
      onState(event.data);
    });
    source.addEventListener("error", () => {
      if (!patience && !lost) {
        patience = setTimeout(() => {
          lost = true;
          onLost?.();
        }, PATIENCE);
      }
      if (source?.readyState === EventSource.CLOSED) {
        clearTimeout(timer);
        timer = setTimeout(open, AGAIN);
      }
    });
  }

  function stop() {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  function seen() {
    if (document.visibilityState === "hidden") stop();
    else if (!source) open();
  }

  document.addEventListener("visibilitychange", seen);
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", seen);
  seen();
}
