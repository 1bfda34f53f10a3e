using Community.Messaging.Channels.WeCom;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Channels.WeCom;

public sealed class WeComSignatureTests
{
    static readonly Gen<string> Parts =
        Gen.Elements('a', 'B', '0', '9', '/', '群').ArrayOf(6).Select(characters => new string(characters));

    [Theory]
    [Seeds(1, 20261126)]
    public void Signature_does_not_depend_on_the_order_of_its_parts(ulong seed) => Property.Check(
        seed,
        Parts.Four(),
        parts =>
        {
            var (token, timestamp, nonce, encrypted) = parts;
            var signature = WeComSignature.Compute(token, timestamp, nonce, encrypted);

            Assert.Equal(signature, WeComSignature.Compute(encrypted, nonce, timestamp, token));
            Assert.True(WeComSignature.Matches(signature, token, timestamp, nonce, encrypted));
        });

    [Theory]
    [Seeds(1, 20261126)]
    public void Signature_of_another_part_or_of_none_does_not_match(ulong seed) => Property.Check(
        seed,
        Parts.Four(),
        parts =>
        {
            var (token, timestamp, nonce, encrypted) = parts;
            var signature = WeComSignature.Compute(token, timestamp, nonce, encrypted);

            Assert.False(WeComSignature.Matches(signature, token, timestamp, nonce, encrypted + "x"));
            Assert.False(WeComSignature.Matches(signature, token + "x", timestamp, nonce, encrypted));
            Assert.False(WeComSignature.Matches(signature[1..], token, timestamp, nonce, encrypted));
            Assert.False(WeComSignature.Matches("", token, timestamp, nonce, encrypted));
        });
}
