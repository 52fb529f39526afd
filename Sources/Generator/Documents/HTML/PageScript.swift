/// What `docs.html` does by itself: it filters, copies, and changes between light and dark. It reads without, too.
enum PageScript {
    static let text = #"""
        (function () {
          "use strict";
          var search = document.getElementById("search");
          var found = document.getElementById("found");
          var entries = Array.from(document.querySelectorAll("main [data-entry]"));
          var texts = entries.map(function (entry) { return (entry.id + " " + entry.textContent).toLowerCase(); });
          var links = new Map();
          document.querySelectorAll("nav a").forEach(function (link) {
            links.set(link.getAttribute("href").slice(1), link.parentElement);
          });
          function filter() {
            var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
            var count = 0;
            entries.forEach(function (entry, index) {
              var fits = words.every(function (word) { return texts[index].includes(word); });
              entry.hidden = !fits;
              var link = links.get(entry.id);
              if (link) link.hidden = !fits;
              if (fits) count += 1;
            });
            document.querySelectorAll("main section").forEach(function (section) {
              var inside = section.querySelectorAll("[data-entry]");
              section.hidden = words.length > 0 && !Array.from(inside).some(function (entry) { return !entry.hidden; });
            });
            document.querySelectorAll("nav ul").forEach(function (list) {
              var empty = !list.querySelector("li:not([hidden])");
              list.hidden = empty;
              list.previousElementSibling.hidden = empty;
            });
            found.textContent = words.length ? count + (count === 1 ? " entry" : " entries") : "";
          }
          search.addEventListener("input", filter);
          document.addEventListener("keydown", function (event) {
            if (event.key === "/" && event.target !== search && !event.ctrlKey && !event.metaKey && !event.altKey) {
              event.preventDefault();
              search.focus();
              search.select();
            } else if (event.key === "Escape" && event.target === search) {
              search.value = "";
              filter();
            }
          });
          document.addEventListener("click", function (event) {
            var link = event.target.closest('a[href^="#"]');
            var target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
            if (target && target.closest("[hidden]")) {
              search.value = "";
              filter();
            }
            var button = event.target.closest("button[data-copy]");
            if (!button) return;
            var line = button.parentElement.querySelector("code");
            function say(word) {
              button.textContent = word;
              setTimeout(function () { button.textContent = "Copy"; }, 1500);
            }
            function select() {
              var range = document.createRange();
              range.selectNodeContents(line);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
              say("Selected");
            }
            if (!navigator.clipboard) return select();
            navigator.clipboard.writeText(line.textContent).then(function () { say("Copied"); }, select);
          });
          var theme = document.getElementById("theme");
          var dark = matchMedia("(prefers-color-scheme: dark)");
          var root = document.documentElement;
          theme.hidden = false;
          theme.addEventListener("click", function () {
            var isDark = root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
            root.dataset.theme = isDark ? "light" : "dark";
          });
        })();

        """#
}
