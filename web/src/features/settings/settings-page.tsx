/** What a person set for this device. Each choice counts at once, in every tab. */
import { clockTime } from '../../platform/clock';
import { languagesRead } from '../../platform/languages';
import { type WeekStart, weekStartOf } from '../../platform/week';
import { Page } from '../../ui/app-frame';
import { Fact, Facts } from '../../ui/facts';
import { HelpIcon, UserIcon } from '../../ui/icons';
import { LineButton, LineLink } from '../../ui/line';
import { BackBar } from '../../ui/page-header';
import { SectionHeader } from '../../ui/section-header';
import { useWords } from '../../words/use-words';
import { weekday } from '../../words/weekday';
import { useSession } from '../account/session-context';
import { useAppState } from '../install/app-state-context';
import { NotificationNote } from '../reminders/notification-note';
import { StorageFacts } from '../sync/storage-facts';
import { SyncStatusButton } from '../sync/sync-status';
import { ChoiceLine, SwitchLine } from './choice-line';
import { usePreference } from './use-preference';
import { settingsWords } from './words';

export interface SettingsPageProps {
  onAllKeys: () => void;
}

export function SettingsPage({ onAllKeys }: SettingsPageProps) {
  const t = useWords(settingsWords);
  const { account } = useSession();
  return (
    <Page header={<BackBar title={t.settings} href="/more" phoneOnly actions={<SyncStatusButton />} />}>
      <h1 className="top-title sr-only md:not-sr-only md:pt-8">{t.settings}</h1>
      <p className="meta pt-2">{t.keptHere}</p>
      <Looks />
      <Dates />
      <Start />
      <Reminders />
      <Keyboard onAllKeys={onAllKeys} />
      <SectionHeader title={t.storage} />
      <StorageFacts />
      <About />
      <SectionHeader title={t.account} />
      <ul className="rows">
        <LineLink href="/settings/account" mark={<UserIcon />} title={account?.name ?? t.account} />
      </ul>
    </Page>
  );
}

function Looks() {
  const t = useWords(settingsWords);
  const [theme, setTheme] = usePreference('theme');
  const [density, setDensity] = usePreference('density');
  return (
    <>
      <SectionHeader title={t.looks} />
      <ul className="rows">
        <ChoiceLine
          label={t.theme}
          value={theme}
          onValue={setTheme}
          segments={[
            { value: 'system', label: t.themeSystem },
            { value: 'light', label: t.themeLight },
            { value: 'dark', label: t.themeDark },
          ]}
        />
        <ChoiceLine
          label={t.density}
          value={density}
          onValue={setDensity}
          segments={[
            { value: 'comfortable', label: t.comfortable },
            { value: 'compact', label: t.compact },
          ]}
        />
      </ul>
    </>
  );
}

/** An afternoon that says of itself which clock it is on. */
const AFTERNOON = new Date(2000, 0, 1, 14, 5).getTime();

function Dates() {
  const t = useWords(settingsWords);
  const [weekStart, setWeekStart] = usePreference('weekStart');
  const [hours, setHours] = usePreference('hours');
  const usual = weekStartOf(languagesRead()[0] ?? 'en');
  const on = (value: WeekStart, day: number) => ({ value, label: weekday(day) });
  return (
    <>
      <SectionHeader title={t.dates} />
      <ul className="rows">
        <ChoiceLine
          label={t.weekStart}
          detail={t.byLanguage({ what: weekday(usual) })}
          value={weekStart}
          onValue={setWeekStart}
          segments={[
            { value: 'language', label: t.automatic },
            on('monday', 1),
            on('saturday', 6),
            on('sunday', 0),
          ]}
        />
        <ChoiceLine
          label={t.hours}
          detail={clockTime(AFTERNOON, hours)}
          value={hours}
          onValue={setHours}
          segments={[
            { value: 'language', label: t.automatic },
            { value: '24', label: t.hours24 },
            { value: '12', label: t.hours12 },
          ]}
        />
      </ul>
    </>
  );
}

function Start() {
  const t = useWords(settingsWords);
  const [view, setView] = usePreference('firstView');
  return (
    <>
      <SectionHeader title={t.start} />
      <ul className="rows">
        <ChoiceLine
          label={t.firstView}
          value={view}
          onValue={setView}
          segments={(['today', 'inbox', 'upcoming', 'projects'] as const).map((value) => ({
            value,
            label: t[value],
          }))}
        />
      </ul>
    </>
  );
}

function Reminders() {
  const t = useWords(settingsWords);
  const [on, setOn] = usePreference('reminders');
  return (
    <>
      <SectionHeader title={t.reminders} />
      <ul className="rows">
        <SwitchLine title={t.showReminders} detail={t.showRemindersDetail} on={on} onChange={setOn} />
      </ul>
      {on && (
        <div className="pt-3">
          <NotificationNote />
        </div>
      )}
    </>
  );
}

function Keyboard({ onAllKeys }: SettingsPageProps) {
  const t = useWords(settingsWords);
  const [letters, setLetters] = usePreference('letterKeys');
  return (
    <>
      <SectionHeader title={t.keyboard} />
      <ul className="rows">
        <SwitchLine title={t.letterKeys} detail={t.letterKeysDetail} on={letters} onChange={setLetters} />
        <LineButton mark={<HelpIcon />} title={t.allKeys} opens onPress={onAllKeys} />
      </ul>
    </>
  );
}

function About() {
  const t = useWords(settingsWords);
  const { version, build } = useAppState();
  const { deviceName } = useSession();
  return (
    <>
      <SectionHeader title={t.about} />
      <Facts>
        <Fact name={t.version}>{version}</Fact>
        {build && <Fact name={t.build}>{build}</Fact>}
        <Fact name={t.device}>{deviceName}</Fact>
        <Fact name={t.licence}>{t.licenceName}</Fact>
      </Facts>
    </>
  );
}
