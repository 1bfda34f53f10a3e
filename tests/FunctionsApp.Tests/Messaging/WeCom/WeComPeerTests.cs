using Community.Messaging.Channels.WeCom;
using FunctionsApp.Tests.Platform.Webhooks;
using TestSupport;

namespace FunctionsApp.Tests.Messaging.WeCom;

/// <summary>The app and the platform's own npm package <c>@wecom/crypto</c> read each other's callbacks.</summary>
public sealed class WeComPeerTests
{
    const int Messages = 80;
    const string CorpId = "ww1234567890abcdef";
    const string Token = "QDG6eK";
    const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    sealed record Sample(string Key, string CorpId, string Message, string Timestamp, string Nonce);

    sealed record Encrypted(string Text, string Signature);

    sealed record Decrypted(string Message, string CorpId, string Signature);

    sealed record Answer(IReadOnlyList<Encrypted> Encrypted, IReadOnlyList<Decrypted> Decrypted);

    [Theory]
    [InlineData(1)]
    [InlineData(20_261_126)]
    public async Task Callback_of_the_npm_package_is_genuine_and_decrypted(int seed)
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var samples = Samples(seed);

        var answer = await RunAsync(samples, []);

        Assert.Equal(Messages, answer.Encrypted.Count);
        foreach (var (sample, encrypted) in samples.Zip(answer.Encrypted))
        {
            var (text, signature) = encrypted;
            Assert.True(WeComSignature.Matches(signature, Token, sample.Timestamp, sample.Nonce, text));
            Assert.False(WeComSignature.Matches(signature, Token, sample.Timestamp, sample.Nonce + "0", text));
            Assert.Equal(new WeComDecryption.Message(sample.Message), CipherOf(sample, CorpId).Decrypt(text));
            Assert.IsType<WeComDecryption.OtherReceiver>(CipherOf(sample, "ww0").Decrypt(text));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20_261_127)]
    public async Task Npm_package_decrypts_and_signs_what_the_app_encrypts(int seed)
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var (samples, random) = (Samples(seed), new Random(seed));
        var encrypted = samples.Select(sample => Encrypt(sample, random)).ToList();

        var answer = await RunAsync([], samples.Zip(encrypted, (sample, text) => (object)new
        {
            sample.Key,
            Encrypted = text,
            sample.Timestamp,
            sample.Nonce,
        }));

        var expected = samples.Zip(encrypted, (sample, text) => new Decrypted(
            sample.Message, CorpId, WeComSignature.Compute(Token, sample.Timestamp, sample.Nonce, text)));
        Assert.Equal(expected, answer.Decrypted);
    }

    static Task<Answer> RunAsync(IEnumerable<Sample> encrypt, IEnumerable<object> decrypt) =>
        NodePeer.RunAsync<Answer>("wecom.mjs", new { token = Token, encrypt, decrypt });

    static string Encrypt(Sample sample, Random random)
    {
        var bytes = new byte[WeComCipher.RandomBytes];
        random.NextBytes(bytes);
        return CipherOf(sample, CorpId).Encrypt(sample.Message, bytes);
    }

    static WeComCipher CipherOf(Sample sample, string corpId) => new(WeComKey.Parse(sample.Key), corpId);

    // The lengths run through every length of the padding.
    static List<Sample> Samples(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Messages).Select(i => new Sample(
            new string(random.GetItems<char>(Base64, WeComKey.TextLength)),
            CorpId,
            new string(random.GetItems<char>("<xml>群茶é01\n", i)),
            $"{random.Next(1_000_000_000, 2_000_000_000)}",
            $"{random.Next()}"))];
    }
}
