using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FunctionsApp.Platform.Webhooks;

namespace FunctionsApp.Tests.Platform.Webhooks;

public sealed class StandardWebhooksTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 21, 20, 0, 0, 500, TimeSpan.FromHours(8));
    static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"type":"member.joined","name":"小禾"}""");
    static readonly WebhookSecret Secret = WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[32]));
    static readonly WebhookSecret Older = WebhookSecret.Parse(
        "whsec_" + Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 24)]));

    static readonly SignatureCheck MalformedId = new SignatureCheck.MalformedHeader(StandardWebhookHeaders.IdName);

    static readonly SignatureCheck MalformedSignature =
        new SignatureCheck.MalformedHeader(StandardWebhookHeaders.SignatureName);

    [Fact]
    public void Published_example_of_the_specification_is_genuine()
    {
        // The tests of the specification's libraries share this example.
        var secret = WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var sentAt = DateTimeOffset.FromUnixTimeSeconds(1_614_265_330);
        var headers = new StandardWebhookHeaders(
            "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

        var check = StandardWebhooks.Verify(headers, """{"test": 2432232314}"""u8, [secret], sentAt);

        Assert.Equal(new SignatureCheck.Genuine("msg_p5jXN8AQM9LWM0D4loKWxJek", sentAt), check);
    }

    [Theory]
    [InlineData(0, typeof(SignatureCheck.Genuine))]
    [InlineData(300, typeof(SignatureCheck.Genuine))]
    [InlineData(301, typeof(SignatureCheck.TooOld))]
    [InlineData(86_400, typeof(SignatureCheck.TooOld))]
    [InlineData(-300, typeof(SignatureCheck.Genuine))]
    [InlineData(-301, typeof(SignatureCheck.TooNew))]
    public void Message_is_accepted_up_to_five_minutes_before_or_after_now(int ageInSeconds, Type expected)
    {
        var headers = StandardWebhooks.Sign("msg_1", Now.AddSeconds(-ageInSeconds), Body, Secret);

        Assert.IsType(expected, Verify(headers));
    }

    [Fact]
    public void Each_secret_is_accepted_during_rotation_when_sender_or_receiver_holds_several()
    {
        var bySender = StandardWebhooks.Sign("msg_1", Now, Body, Older);
        var byBoth = StandardWebhooks.Sign("msg_1", Now, Body, Older, Secret);

        Assert.IsType<SignatureCheck.Genuine>(StandardWebhooks.Verify(bySender, Body, [Secret, Older], Now));
        Assert.IsType<SignatureCheck.Genuine>(StandardWebhooks.Verify(bySender, Body, [Older, Secret], Now));
        Assert.IsType<SignatureCheck.Genuine>(StandardWebhooks.Verify(byBoth, Body, [Secret], Now));
        Assert.IsType<SignatureCheck.Genuine>(StandardWebhooks.Verify(byBoth, Body, [Older], Now));
        Assert.IsType<SignatureCheck.NoMatch>(StandardWebhooks.Verify(bySender, Body, [Secret], Now));
    }

    [Fact]
    public void Signature_of_another_version_is_ignored()
    {
        var headers = StandardWebhooks.Sign("msg_1", Now, Body, Secret);

        var both = headers with { Signature = $"v1a,bm90IG91cnM= {headers.Signature}" };
        Assert.IsType<SignatureCheck.Genuine>(Verify(both));
        Assert.IsType<SignatureCheck.NoMatch>(Verify(headers with { Signature = "v1a,bm90IG91cnM=" }));
    }

    [Theory]
    [InlineData(StandardWebhookHeaders.IdName)]
    [InlineData(StandardWebhookHeaders.TimestampName)]
    [InlineData(StandardWebhookHeaders.SignatureName)]
    public void Message_without_a_header_is_refused_with_the_name_of_the_header(string missing)
    {
        var signed = StandardWebhooks.Sign("msg_1", Now, Body, Secret);
        var all = new Dictionary<string, string?>
        {
            [StandardWebhookHeaders.IdName] = signed.Id,
            [StandardWebhookHeaders.TimestampName] = signed.Timestamp,
            [StandardWebhookHeaders.SignatureName] = signed.Signature,
        };
        Assert.IsType<SignatureCheck.Genuine>(VerifyAll());

        all.Remove(missing);
        Assert.Equal(new SignatureCheck.MissingHeader(missing), VerifyAll());
        all[missing] = "";
        Assert.Equal(new SignatureCheck.MissingHeader(missing), VerifyAll());

        SignatureCheck VerifyAll() => Verify(StandardWebhookHeaders.From(all.GetValueOrDefault));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData(" 1795262400")]
    [InlineData("1795262400.5")]
    [InlineData("1,795,262,400")]
    [InlineData("１７９５２６２４００")]
    [InlineData("253402300800")]
    [InlineData("99999999999999999999999999999999")]
    public void Timestamp_that_is_not_whole_seconds_is_refused(string timestamp)
    {
        var headers = StandardWebhooks.Sign("msg_1", Now, Body, Secret) with { Timestamp = timestamp };

        Assert.IsType<SignatureCheck.BadTimestamp>(Verify(headers));
    }

    [Theory]
    [InlineData("群消息")]
    [InlineData("msg 1")]
    [InlineData("msg\n1")]
    [InlineData("msg\u007f")]
    public void Signed_id_with_other_than_visible_ascii_is_malformed(string id) =>
        Assert.Equal(MalformedId, Verify(StandardWebhooks.Sign(id, Now, Body, Secret)));

    [Fact]
    public void Id_has_at_most_256_characters()
    {
        Assert.IsType<SignatureCheck.Genuine>(Verify(OfLength(256)));
        Assert.IsType<SignatureCheck.MalformedHeader>(Verify(OfLength(257)));

        static StandardWebhookHeaders OfLength(int length) =>
            StandardWebhooks.Sign(new string('a', length), Now, Body, Secret);
    }

    [Fact]
    public void Header_with_more_than_16_signatures_or_a_very_long_one_is_malformed()
    {
        var headers = StandardWebhooks.Sign("msg_1", Now, Body, Secret);

        Assert.IsType<SignatureCheck.Genuine>(Verify(headers with { Signature = After(15) }));
        Assert.Equal(MalformedSignature, Verify(headers with { Signature = After(16) }));
        var veryLong = $"{headers.Signature} v1,{new string('A', 100_000)}";
        Assert.Equal(MalformedSignature, Verify(headers with { Signature = veryLong }));

        string After(int others) => string.Concat(Enumerable.Repeat("v1,AAAA ", others)) + headers.Signature;
    }

    [Fact]
    public void Arbitrary_headers_are_never_genuine_and_never_throw()
    {
        var property = Prop.ForAll<string?, string?, string?>((id, timestamp, signature) =>
        {
            var signedNow = StandardWebhooks.Sign("msg_1", Now, Body, Secret);
            Assert.IsNotType<SignatureCheck.Genuine>(Verify(new(id, timestamp, signature)));
            Assert.IsNotType<SignatureCheck.Genuine>(Verify(signedNow with { Signature = "v1," + signature }));
        });
        property.Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
    }

    static SignatureCheck Verify(StandardWebhookHeaders headers) =>
        StandardWebhooks.Verify(headers, Body, [Secret], Now);
}
