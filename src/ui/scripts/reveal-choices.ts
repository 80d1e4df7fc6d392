/** Shows a choice's further questions only while it is chosen. */
export function revealChoices(part: ParentNode): void {
  for (const group of part.querySelectorAll('[data-module="govuk-radios"], [data-module="govuk-checkboxes"]')) {
    const inputs = [...group.querySelectorAll<HTMLInputElement>('input[data-aria-controls]')]
    if (inputs.length === 0) continue
    const show = () => {
      for (const input of inputs) {
        const further = document.getElementById(input.dataset.ariaControls ?? '')
        const hidden = `${input.type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'}__conditional--hidden`
        further?.classList.toggle(hidden, !input.checked)
      }
    }
    group.addEventListener('change', show)
    show()
  }
}
