// A form with data-passkey asks the browser's authenticator before it leaves. It is hidden where there is none.

const supported = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON;

const ask = async form => {
  const options = JSON.parse(form.dataset.options);
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options)})
    : await navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)});
  form.elements.response.value = JSON.stringify(credential);
  form.submit();
};

for (const form of supported ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    const trouble = form.querySelector('[role=alert]');
    trouble.hidden = true;
    ask(form).catch(() => { trouble.hidden = false; });
  });
}
