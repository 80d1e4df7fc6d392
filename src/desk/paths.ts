/** Addresses of the desk's own pages. */
export const deskPaths = {
  home: () => '/',
  signIn: () => '/sign-in',
  mySessions: () => '/my-sessions',
  administration: () => '/administration',
  users: () => '/users',
  user: (userId: number | string) => `/users/${userId}`,
  permissions: () => '/permissions',
  accessibility: () => '/accessibility',
}
