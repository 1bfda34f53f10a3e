using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FunctionsApp.Platform.Webhooks;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Platform.Webhooks;
using TestSupport;

namespace FunctionsApp.Tests.Events.ChannelEvents;

/// <summary>Signatures of the channel's webhook.</summary>
public sealed class ChannelSignatureTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Message_signed_by_the_npm_package_is_accepted_and_an_altered_one_is_401()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var group = await app.GroupAsync();
        var sentAt = app.Now.ToUnixTimeSeconds();
        var messages = Enumerable.Range(0, 5)
            .Select(i => new WebhookMessage(AppHost.Secret, app.NewId("msg"), sentAt, Join(group, $"u{i}")))
            .ToList();
        var signed = (await NodeStandardWebhooks.RunAsync(messages, [])).Signatures;

        foreach (var (message, signature) in messages.Zip(signed))
        {
            var headers = message.Headers(signature);
            (await app.SendWebhookAsync([.. message.Bytes, (byte)' '], headers: headers))
                .IsProblem(HttpStatusCode.Unauthorized);
            (await app.SendWebhookAsync(message.Bytes, headers: headers with { Id = "msg_other" }))
                .IsProblem(HttpStatusCode.Unauthorized);
            (await app.SendWebhookAsync(message.Bytes, headers: headers)).Expecting(HttpStatusCode.Accepted);
        }

        await app.RunUntilIdleAsync();
        Assert.Equal(5, (await app.GetGroupAsync(group)).MemberCount);
    }

    [Fact]
    public async Task Message_without_a_signature_or_signed_with_another_secret_is_401()
    {
        var body = Encoding.UTF8.GetBytes(Join(await app.GroupAsync(), "u1"));
        var other = WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[32]));
        var signedByOther = StandardWebhooks.Sign("msg_1", app.Now, body, other);

        (await app.SendAsync(HttpMethod.Post, "/webhooks/channel", new ByteArrayContent(body)))
            .IsProblem(HttpStatusCode.Unauthorized);
        (await app.SendWebhookAsync(body, headers: signedByOther)).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(-300, HttpStatusCode.Accepted)]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    [InlineData(300, HttpStatusCode.Accepted)]
    [InlineData(301, HttpStatusCode.Unauthorized)]
    public async Task Signature_is_valid_five_minutes_before_and_after_the_time_of_the_app(
        int seconds, HttpStatusCode status)
    {
        var body = Encoding.UTF8.GetBytes(Join(await app.GroupAsync(), "u1"));

        (await app.SendWebhookAsync(body, signedAt: app.Now.AddSeconds(seconds))).Expecting(status);
    }

    [Fact]
    public async Task Valid_signature_expires_when_the_clock_moves_on()
    {
        var body = Encoding.UTF8.GetBytes(Join(await app.GroupAsync(), "u1"));
        var headers = StandardWebhooks.Sign("msg_1", app.Now, body, WebhookSecret.Parse(AppHost.Secret));
        (await app.SendWebhookAsync(body, headers: headers)).Expecting(HttpStatusCode.Accepted);

        await app.AdvanceAsync(TimeSpan.FromMinutes(6));

        (await app.SendWebhookAsync(body, headers: headers)).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Each_secret_is_accepted_during_rotation()
    {
        var (old, next) = (NewSecret(1), NewSecret(2));
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Channel:Secret"] = "",
            ["Channel:Secrets:0"] = old,
            ["Channel:Secrets:1"] = next,
        };
        await using var rotating = await AppHost.StartAsync(new AppHostSetup { Settings = settings });
        var body = Encoding.UTF8.GetBytes(Join(await rotating.GroupAsync(), "u1", rotating.Now));

        Assert.Equal(HttpStatusCode.Accepted, await OutcomeAsync(old));
        Assert.Equal(HttpStatusCode.Accepted, await OutcomeAsync(next));
        Assert.Equal(HttpStatusCode.Accepted, await OutcomeAsync(NewSecret(3), next));
        Assert.Equal(HttpStatusCode.Unauthorized, await OutcomeAsync(AppHost.Secret));

        async Task<HttpStatusCode> OutcomeAsync(params string[] secrets)
        {
            var parsed = secrets.Select(WebhookSecret.Parse).ToArray();
            var headers = StandardWebhooks.Sign("msg_1", rotating.Now, body, parsed);
            return (await rotating.SendWebhookAsync(body, headers: headers)).Status;
        }
    }

    [Fact]
    public async Task Host_without_a_secret_refuses_every_message()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Channel:Secret"] = "" };
        await using var open = await AppHost.StartAsync(new AppHostSetup { Settings = settings });
        var body = Encoding.UTF8.GetBytes(Join("tea-1", "u1"));

        (await open.SendWebhookAsync(body)).IsProblem(HttpStatusCode.Unauthorized);
    }

    string Join(string group, string member, DateTimeOffset? at = null)
    {
        var data = new JsonObject { ["groupId"] = group, ["memberId"] = member, ["name"] = "小林" };
        var joined = ChannelSender.Event("member.joined", at ?? app.Now, data);
        return joined.ToJsonString(JsonSerializerOptions.Web);
    }

    static string NewSecret(int seed) => WebhookMessage.NewSecret(new Random(seed));
}
