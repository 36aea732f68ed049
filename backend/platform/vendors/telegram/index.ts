export { TelegramPort, type TelegramMessage, type TelegramUpdate } from './telegram-port';
