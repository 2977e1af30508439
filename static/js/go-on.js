// Continues an import automatically; without JavaScript, editors press the button.
document.querySelector("form[data-go-on]")?.requestSubmit();
