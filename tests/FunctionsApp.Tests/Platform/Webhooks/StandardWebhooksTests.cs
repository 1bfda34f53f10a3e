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
    static readonly WebhookSecret Older = WebhookSecret.Parse("whsec_" + Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 24)]));

    [Fact]
    public void The_published_example_of_the_scheme_is_genuine()
    {
        // The example that the specification's libraries share in their tests.
        var secret = WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var headers = new StandardWebhookHeaders("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

        var check = StandardWebhooks.Verify(headers, """{"test": 2432232314}"""u8, [secret], DateTimeOffset.FromUnixTimeSeconds(1_614_265_330));

        Assert.Equal(new SignatureCheck.Genuine("msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1_614_265_330)), check);
    }

    [Theory]
    [InlineData(0, typeof(SignatureCheck.Genuine))]
    [InlineData(300, typeof(SignatureCheck.Genuine))]
    [InlineData(301, typeof(SignatureCheck.TooOld))]
    [InlineData(86_400, typeof(SignatureCheck.TooOld))]
    [InlineData(-300, typeof(SignatureCheck.Genuine))]
    [InlineData(-301, typeof(SignatureCheck.TooNew))]
    public void A_message_is_accepted_up_to_five_minutes_from_now_either_way(int ageInSeconds, Type expected)
    {
        var headers = StandardWebhooks.Sign("msg_1", Now.AddSeconds(-ageInSeconds), Body, Secret);

        Assert.IsType(expected, Verify(headers));
    }

    [Fact]
    public void While_secrets_rotate_either_of_them_signs_and_either_side_may_hold_several()
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
    public void A_signature_of_another_version_is_passed_over()
    {
        var headers = StandardWebhooks.Sign("msg_1", Now, Body, Secret);

        Assert.IsType<SignatureCheck.Genuine>(Verify(headers with { Signature = $"v1a,bm90IG91cnM= {headers.Signature}" }));
        Assert.IsType<SignatureCheck.NoMatch>(Verify(headers with { Signature = "v1a,bm90IG91cnM=" }));
    }

    [Theory]
    [InlineData(StandardWebhookHeaders.IdName)]
    [InlineData(StandardWebhookHeaders.TimestampName)]
    [InlineData(StandardWebhookHeaders.SignatureName)]
    public void A_message_without_one_of_the_headers_is_refused_by_that_headers_name(string missing)
    {
        var signed = StandardWebhooks.Sign("msg_1", Now, Body, Secret);
        var all = new Dictionary<string, string?>
        {
            [StandardWebhookHeaders.IdName] = signed.Id,
            [StandardWebhookHeaders.TimestampName] = signed.Timestamp,
            [StandardWebhookHeaders.SignatureName] = signed.Signature,
        };
        Assert.IsType<SignatureCheck.Genuine>(Verify(StandardWebhookHeaders.From(all.GetValueOrDefault)));

        all.Remove(missing);
        Assert.Equal(new SignatureCheck.MissingHeader(missing), Verify(StandardWebhookHeaders.From(all.GetValueOrDefault)));
        all[missing] = "";
        Assert.Equal(new SignatureCheck.MissingHeader(missing), Verify(StandardWebhookHeaders.From(all.GetValueOrDefault)));
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
    public void A_timestamp_that_is_not_whole_seconds_is_refused(string timestamp) =>
        Assert.IsType<SignatureCheck.BadTimestamp>(Verify(StandardWebhooks.Sign("msg_1", Now, Body, Secret) with { Timestamp = timestamp }));

    [Theory]
    [InlineData("群消息")]
    [InlineData("msg 1")]
    [InlineData("msg\n1")]
    [InlineData("msg\u007f")]
    public void An_id_of_other_than_visible_ascii_is_malformed_even_when_it_is_signed(string id) =>
        Assert.Equal(new SignatureCheck.MalformedHeader(StandardWebhookHeaders.IdName), Verify(StandardWebhooks.Sign(id, Now, Body, Secret)));

    [Fact]
    public void An_id_may_have_256_characters_and_no_more()
    {
        Assert.IsType<SignatureCheck.Genuine>(Verify(StandardWebhooks.Sign(new string('a', 256), Now, Body, Secret)));
        Assert.IsType<SignatureCheck.MalformedHeader>(Verify(StandardWebhooks.Sign(new string('a', 257), Now, Body, Secret)));
    }

    [Fact]
    public void Sixteen_signatures_are_read_and_a_seventeenth_or_an_endless_one_is_malformed()
    {
        var headers = StandardWebhooks.Sign("msg_1", Now, Body, Secret);
        string After(int others) => string.Concat(Enumerable.Repeat("v1,AAAA ", others)) + headers.Signature;

        Assert.IsType<SignatureCheck.Genuine>(Verify(headers with { Signature = After(15) }));
        Assert.Equal(new SignatureCheck.MalformedHeader(StandardWebhookHeaders.SignatureName), Verify(headers with { Signature = After(16) }));
        Assert.Equal(
            new SignatureCheck.MalformedHeader(StandardWebhookHeaders.SignatureName),
            Verify(headers with { Signature = $"{headers.Signature} v1,{new string('A', 100_000)}" }));
    }

    [Fact]
    public void Whatever_arrives_is_answered_and_never_believed() => Prop.ForAll<string?, string?, string?>((id, timestamp, signature) =>
    {
        var signedNow = StandardWebhooks.Sign("msg_1", Now, Body, Secret);
        Assert.IsNotType<SignatureCheck.Genuine>(Verify(new(id, timestamp, signature)));
        Assert.IsNotType<SignatureCheck.Genuine>(Verify(signedNow with { Signature = "v1," + signature }));
    }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    static SignatureCheck Verify(StandardWebhookHeaders headers) => StandardWebhooks.Verify(headers, Body, [Secret], Now);
}
