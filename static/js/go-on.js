// Goes on with an import by itself; without this there is the button.
document.querySelector("form[data-go-on]")?.requestSubmit();
