export interface PageLink {
  label: string;
  href: string;
  current?: boolean;
}

/** Links in a row, or under each other where there is no room. */
export const NavList = ({ links }: { links: readonly PageLink[] }) => (
  <ul className="wr-nav__list">
    {links.map((link) => (
      <li key={link.href}>
        <a className="wr-nav__link" href={link.href} aria-current={link.current ? 'page' : undefined}>
          {link.label}
        </a>
      </li>
    ))}
  </ul>
);
