using Community.Messaging.Channels.WeCom;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Channels.WeCom;

public sealed class WeComCipherTests
{
    const string Key = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

    [Theory]
    [Seeds(1, 20261126)]
    public void Message_survives_encryption(ulong seed)
    {
        var inputs =
            from key in WeComSamples.Keys
            from text in WeComSamples.Texts
            from random in WeComSamples.Randoms
            select (key, text, random);

        Property.Check(seed, inputs, input =>
        {
            var cipher = WeComSamples.Cipher(input.key);

            var encrypted = cipher.Encrypt(input.text, input.random);

            Assert.Equal(new WeComDecryption.Message(input.text), cipher.Decrypt(encrypted));
            Assert.Equal(0, Convert.FromBase64String(encrypted).Length % 32);
        });
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Message_for_another_corporation_is_told_apart(ulong seed)
    {
        var inputs =
            from text in WeComSamples.Texts
            from random in WeComSamples.Randoms
            from corpId in Gen.Elements("", "ww1234567890abcde", "ww1234567890abcdefg", "WW1234567890ABCDEF")
            select (text, random, corpId);

        Property.Check(seed, inputs, input =>
        {
            var encrypted = WeComSamples.Cipher(Key, input.corpId).Encrypt(input.text, input.random);

            Assert.IsType<WeComDecryption.OtherReceiver>(WeComSamples.Cipher(Key).Decrypt(encrypted));
        });
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Altered_text_is_never_the_message(ulong seed)
    {
        var inputs =
            from text in WeComSamples.Texts
            from random in WeComSamples.Randoms
            from at in Gen.Choose(0, 10_000)
            from bit in Gen.Choose(0, 7)
            select (text, random, at, bit);

        Property.Check(seed, inputs, input =>
        {
            var cipher = WeComSamples.Cipher(Key);
            var bytes = Convert.FromBase64String(cipher.Encrypt(input.text, input.random));
            // The first block holds nothing but the random bytes, and spoils the length in the second.
            var at = WeComCipher.RandomBytes + (input.at % (bytes.Length - WeComCipher.RandomBytes));
            bytes[at] ^= (byte)(1 << input.bit);

            var decrypted = cipher.Decrypt(Convert.ToBase64String(bytes));

            Assert.NotEqual(new WeComDecryption.Message(input.text), decrypted);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base64!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Text_that_no_platform_made_is_malformed(string encrypted) =>
        Assert.IsType<WeComDecryption.Malformed>(WeComSamples.Cipher(Key).Decrypt(encrypted));

    [Theory]
    [InlineData("")]
    [InlineData("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP")]
    [InlineData("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQR")]
    [InlineData("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP-")]
    public void Key_of_another_shape_is_refused_without_being_shown(string key)
    {
        var refused = Assert.Throws<FormatException>(() => WeComKey.Parse(key));

        if (key.Length > 0) Assert.DoesNotContain(key, refused.Message, StringComparison.Ordinal);
    }
}
