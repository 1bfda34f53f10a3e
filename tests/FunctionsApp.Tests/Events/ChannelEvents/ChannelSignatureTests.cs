using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FunctionsApp.Platform.Webhooks;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Platform.Webhooks;
using TestSupport;

namespace FunctionsApp.Tests.Events.ChannelEvents;

/// <summary>Who may tell the app what happened.</summary>
public sealed class ChannelSignatureTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task What_the_npm_package_signed_is_accepted_and_the_same_altered_is_401()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var group = await app.GroupAsync();
        var messages = Enumerable.Range(0, 5).Select(i => new WebhookMessage(AppHost.Secret, app.NewId("msg"), app.Now.ToUnixTimeSeconds(), Join(group, $"u{i}"))).ToList();
        var signed = (await NodeStandardWebhooks.RunAsync(messages, [])).Signatures;

        foreach (var (message, signature) in messages.Zip(signed))
        {
            (await app.SendWebhookAsync([.. message.Bytes, (byte)' '], headers: message.Headers(signature))).IsProblem(HttpStatusCode.Unauthorized);
            (await app.SendWebhookAsync(message.Bytes, headers: message.Headers(signature) with { Id = "msg_other" })).IsProblem(HttpStatusCode.Unauthorized);
            (await app.SendWebhookAsync(message.Bytes, headers: message.Headers(signature))).Expecting(HttpStatusCode.Accepted);
        }

        await app.RunUntilIdleAsync();
        Assert.Equal(5, (await app.GetGroupAsync(group)).MemberCount);
    }

    [Fact]
    public async Task Without_a_signature_or_with_anothers_nothing_is_accepted()
    {
        var body = Encoding.UTF8.GetBytes(Join(await app.GroupAsync(), "u1"));
        var stranger = WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[32]));

        (await app.SendAsync(HttpMethod.Post, "/webhooks/channel", new ByteArrayContent(body))).IsProblem(HttpStatusCode.Unauthorized);
        (await app.SendWebhookAsync(body, headers: StandardWebhooks.Sign("msg_1", app.Now, body, stranger))).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(-300, HttpStatusCode.Accepted)]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    [InlineData(300, HttpStatusCode.Accepted)]
    [InlineData(301, HttpStatusCode.Unauthorized)]
    public async Task A_signature_is_good_for_five_minutes_either_way_on_the_apps_own_clock(int seconds, HttpStatusCode status)
    {
        var body = Encoding.UTF8.GetBytes(Join(await app.GroupAsync(), "u1"));

        (await app.SendWebhookAsync(body, signedAt: app.Now.AddSeconds(seconds))).Expecting(status);
    }

    [Fact]
    public async Task A_signature_that_was_good_is_too_old_when_the_clock_has_moved_on()
    {
        var body = Encoding.UTF8.GetBytes(Join(await app.GroupAsync(), "u1"));
        var headers = StandardWebhooks.Sign("msg_1", app.Now, body, WebhookSecret.Parse(AppHost.Secret));
        (await app.SendWebhookAsync(body, headers: headers)).Expecting(HttpStatusCode.Accepted);

        await app.AdvanceAsync(TimeSpan.FromMinutes(6));

        (await app.SendWebhookAsync(body, headers: headers)).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task While_secrets_are_rotated_each_of_them_signs()
    {
        var (old, next) = (NewSecret(1), NewSecret(2));
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Channel:Secret"] = "", ["Channel:Secrets:0"] = old, ["Channel:Secrets:1"] = next };
        await using var rotating = await AppHost.StartAsync(new AppHostSetup { Settings = settings });
        var body = Encoding.UTF8.GetBytes(Join(await rotating.GroupAsync(), "u1", rotating.Now));

        Assert.Equal(
            [HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Unauthorized],
            [await OutcomeAsync(old), await OutcomeAsync(next), await OutcomeAsync(NewSecret(3), next), await OutcomeAsync(AppHost.Secret)]);

        async Task<HttpStatusCode> OutcomeAsync(params string[] secrets) =>
            (await rotating.SendWebhookAsync(body, headers: StandardWebhooks.Sign("msg_1", rotating.Now, body, [.. secrets.Select(WebhookSecret.Parse)]))).Status;
    }

    [Fact]
    public async Task A_host_without_a_secret_accepts_nothing()
    {
        await using var open = await AppHost.StartAsync(new AppHostSetup { Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Channel:Secret"] = "" } });
        var body = Encoding.UTF8.GetBytes(Join("tea-1", "u1"));

        (await open.SendWebhookAsync(body)).IsProblem(HttpStatusCode.Unauthorized);
    }

    string Join(string group, string member, DateTimeOffset? at = null) =>
        ChannelSender.Event("member.joined", at ?? app.Now, new JsonObject { ["groupId"] = group, ["memberId"] = member, ["name"] = "小林" }).ToJsonString(JsonSerializerOptions.Web);

    static string NewSecret(int seed) => WebhookMessage.NewSecret(new Random(seed));
}
