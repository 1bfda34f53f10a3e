import { computed, ref } from 'vue'

const KEY = 'theme'
const system = matchMedia('(prefers-color-scheme: dark)')

function isRememberedDark(): boolean {
  const remembered = localStorage.getItem(KEY)
  return remembered === null ? system.matches : remembered === 'dark'
}

const dark = ref(false)

function apply(isDark: boolean): void {
  dark.value = isDark
  document.documentElement.classList.toggle('dark', isDark)
}

/** Applies the theme that was chosen last, else that of the system, which may change with the time of day. */
export function startTheme(): void {
  apply(isRememberedDark())
  system.addEventListener('change', () => apply(isRememberedDark()))
}

export function useTheme() {
  return {
    isDark: computed({
      get: () => dark.value,
      set: isDark => {
        localStorage.setItem(KEY, isDark ? 'dark' : 'light')
        apply(isDark)
      },
    }),
  }
}
