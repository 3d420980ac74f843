const KEPT_AS = 'parley-emoji';
const RECENT = 16;

/** What a click on a message offers at once. */
export const QUICK = ['👍', '❤️', '😂', '🎉', '😮', '😢'];

const list = (text) =>
  text.trim().split(/\s*[,\n]\s*/).map((entry) => {
    const [sign, ...name] = entry.split(' ');
    return { sign, name: name.join(' ') };
  });

/** A small choice, by kind; the names are for searching and for those who listen. */
export const allEmoji = [
  {
    name: 'Faces',
    sign: '😀',
    emoji: list(`😀 grin, 😃 happy, 😄 laugh, 😁 beam, 😆 laughing hard, 😅 sweat smile, 😂 tears of joy, 🤣 rolling, 🙂 smile, 🙃 upside down
      😉 wink, 😊 blush, 😇 angel, 🥰 in love, 😍 heart eyes, 😘 kiss, 😋 yummy, 😜 tongue wink, 🤪 zany, 🤔 thinking
      🤨 doubt, 😐 neutral, 😏 smirk, 🙄 eye roll, 😬 grimace, 😌 relieved, 😴 asleep, 🤒 ill, 🥳 party face, 😎 cool
      🤓 nerd, 😕 confused, 😟 worried, 😮 surprised, 😳 flushed, 🥺 pleading, 😢 cry, 😭 sob, 😱 scream, 😤 steam
      😡 angry, 🤬 swearing, 💀 skull, 🤡 clown, 👻 ghost, 🤖 robot, 🙈 see no evil, 🤯 mind blown, 🤗 hug, 🫡 salute`),
  },
  {
    name: 'Hands and people',
    sign: '👋',
    emoji: list(`👍 thumbs up, 👎 thumbs down, 👌 perfect, ✌️ peace, 🤞 fingers crossed, 🤝 handshake, 👏 clap, 🙌 raised hands, 🙏 please thanks, 💪 strong
      👋 wave, 🫶 heart hands, 👀 eyes, 🧠 brain, 🤷 shrug, 🤦 facepalm, 🙋 raising hand, 🏃 run, 💃 dance, 👶 baby`),
  },
  {
    name: 'Hearts and signs',
    sign: '❤️',
    emoji: list(`❤️ red heart, 🧡 orange heart, 💛 yellow heart, 💚 green heart, 💙 blue heart, 💜 purple heart, 🖤 black heart, 💔 broken heart, 💯 hundred, ✨ sparkles
      🔥 fire, ⭐ star, 💥 boom, 💤 sleep, ✅ done check, ❌ no cross, ❓ question, ❗ important, ⚠️ warning, 🚫 forbidden`),
  },
  {
    name: 'Nature',
    sign: '🌿',
    emoji: list(`🐶 dog, 🐱 cat, 🐭 mouse, 🐻 bear, 🐼 panda, 🦊 fox, 🦁 lion, 🐸 frog, 🐵 monkey, 🐔 chicken
      🐧 penguin, 🦄 unicorn, 🐝 bee, 🦋 butterfly, 🐢 turtle, 🐙 octopus, 🌱 seedling, 🌲 tree, 🌸 blossom, 🌹 rose
      🌍 earth, 🌙 moon, ☀️ sun, ⛅ cloud, 🌧️ rain, ❄️ snow, 🌈 rainbow, 🌊 wave sea`),
  },
  {
    name: 'Food',
    sign: '🍎',
    emoji: list(`🍎 apple, 🍌 banana, 🍓 strawberry, 🍉 melon, 🍋 lemon, 🥑 avocado, 🥐 croissant, 🍞 bread, 🧀 cheese, 🍕 pizza
      🍔 burger, 🍟 fries, 🍣 sushi, 🍜 noodles, 🥗 salad, 🍰 cake, 🎂 birthday cake, 🍪 cookie, 🍫 chocolate, ☕ coffee
      🍵 tea, 🍺 beer, 🍷 wine, 🥂 cheers`),
  },
  {
    name: 'Doing and going',
    sign: '⚽',
    emoji: list(`🎉 celebrate, 🎁 present, 🎈 balloon, 🏆 trophy, ⚽ football, 🏀 basketball, 🎾 tennis, 🎮 game, 🎲 dice, 🎵 music
      🎸 guitar, 🎬 film, 📷 camera, 🎨 art, 🚗 car, 🚲 bicycle, 🚆 train, ✈️ plane, 🚀 rocket, ⛵ boat
      🏠 home, 🏖️ beach, ⛰️ mountain, 🗺️ map`),
  },
  {
    name: 'Things',
    sign: '💡',
    emoji: list(`💡 idea, 📌 pin, 📎 clip, ✏️ pencil, 📝 note, 📅 calendar, ⏰ alarm, 📞 phone, 💻 laptop, 🔒 lock
      🔑 key, 🔧 wrench, 🐛 bug, 📦 parcel, 💰 money, 📈 rising, 📉 falling, 🔔 bell, 🩹 plaster, 🧪 test`),
  },
];

const names = new Map(allEmoji.flatMap(({ emoji }) => emoji.map(({ sign, name }) => [sign, name])));

/** @param {string} sign @returns {string} its name, or the sign itself */
export const emojiName = (sign) => names.get(sign) ?? sign;

/** @returns {{sign: string, name: string}[]} what was chosen in this browser, the last first */
export function recentEmoji() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]');
    return kept.filter((sign) => names.has(sign)).map((sign) => ({ sign, name: emojiName(sign) }));
  } catch {
    return [];
  }
}

/** @param {string} sign */
export function rememberEmoji(sign) {
  const signs = [sign, ...recentEmoji().map((each) => each.sign).filter((each) => each !== sign)];
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(signs.slice(0, RECENT)));
  } catch {
    // a browser that keeps nothing forgets this, too
  }
}
