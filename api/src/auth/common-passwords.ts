/** Passwords of twelve characters and more that lists of broken ones are full of. Shorter ones are refused anyway. */
export const COMMON_LONG: ReadonlySet<string> = new Set(
  `1q2w3e4r5t6y qwertyuiop123 qwerty123456 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv qwertyuiop[] asdfghjkl123
  zaq12wsxcde3 q1w2e3r4t5y6 qwe123qwe123 qweasdzxc123 123qweasdzxc abc123abc123 abcd1234abcd 123456qwerty 1234qwerasdf
  password1234 passw0rd1234 mypassword123 password12345 changeme1234 letmein12345 iloveyou1234 ilovemyfamily
  iloveyousomuch iloveyouforever trustno1trustno1 administrator administrator1 correcthorsebatterystaple
  correct horse battery staple thisismypassword thisisapassword mypasswordismypassword notmypassword
  superman1234 spiderman123 starwars1234 pokemon12345 football1234 baseball1234 basketball12 liverpool123
  manchesterunited chelsea12345 arsenal12345 barcelona1234 realmadrid123 princess1234 sunshine1234 butterfly123
  michaeljackson jesuschrist1 jesusislord1 godisgood123 jesuslovesme blessed12345 whatever1234 computer1234
  internet1234 samsung12345 microsoft123 facebook1234 google123456 linkedin1234 myspace12345 monkeymonkey
  dragondragon mustang12345 harleydavidson liverpoolfc1 letmeinplease opensesame123 abracadabra1 supercalifragilistic
  unbelievable1 interesting1 relationship international congratulations understanding environmental responsibility
  communication characteristics administration entertainment transportation constitution1 identification
  jonathan1234 christopher1 elizabeth123 alexander123 jennifer1234 charlotte123 stephanie123 katherine123
  summer201820 winter201920 spring202020 autumn202020 welcome12345 welcome2welcome guest1234567 default12345
  temporary1234 temppassword testtesttest test12345678 testing12345 demo12345678 root12345678 toor12345678
  secret123456 topsecret123 nothing12345 hellohello12 helloworld12 hello1234567 goodmorning1 goodbye12345
  qwertzuiop12 azertyuiop12 passwort1234 motdepasse12 contrasena12 parola123456 wachtwoord12 holdfast1234
  111222333444 112233445566 123123123123 121212121212 123321123321 987654321012 147258369147 159357159357
  000000000000 111111111111 123412341234 123456123456 101010101010 696969696969 102030405060 10203040506070`
    .split(/\s+/)
    .concat(
      'correct horse battery staple',
      'the quick brown fox',
      'to be or not to be',
      'let me in please',
      'i love you forever',
    ),
);

/** Words that guessers combine with digits and signs; the longest first, so that the shorter do not break them. */
export const COMMON_ROOTS: readonly string[] =
  `administrator changeme computer football baseball princess sunshine
  superman passwort password passwoed iloveyou internet welcome whatever trustno letmein holdfast starwars qwertyuiop
  qwertzuiop azertyuiop asdfghjkl qwerty qwertz azerty asdfgh zxcvbn monkey dragon master shadow secret summer winter
  spring autumn login admin hello guest tests testing test user pass root temp demo love abcd abc`
    .split(/\s+/)
    .sort((a, b) => b.length - a.length);
