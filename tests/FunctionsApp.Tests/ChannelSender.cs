using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FunctionsApp.Platform.Webhooks;

namespace FunctionsApp.Tests;

/// <summary>Sends events of a bot platform, signed with the channel's secret.</summary>
static class ChannelSender
{
    public static Task JoinAsync(
        this AppHost app,
        string group,
        string member,
        string? code = null,
        DateTimeOffset? at = null,
        string name = "小林")
    {
        var joined = new JsonObject
        {
            ["groupId"] = group,
            ["memberId"] = member,
            ["name"] = name,
            ["state"] = code,
            ["invitedBy"] = null,
        };
        return app.SendEventAsync("member.joined", joined, at);
    }

    /// <summary>A join that names the member who invited.</summary>
    public static Task BringAsync(
        this AppHost app,
        string group,
        string member,
        string inviter,
        DateTimeOffset? at = null,
        string? unionId = null)
    {
        var joined = new JsonObject
        {
            ["groupId"] = group,
            ["memberId"] = member,
            ["name"] = "小林",
            ["state"] = null,
            ["invitedBy"] = inviter,
            ["unionId"] = unionId,
        };
        return app.SendEventAsync("member.joined", joined, at);
    }

    public static Task LeaveAsync(this AppHost app, string group, string member, DateTimeOffset? at = null) =>
        app.SendEventAsync("member.left", new JsonObject { ["groupId"] = group, ["memberId"] = member }, at);

    public static Task RenameAsync(this AppHost app, string group, string member, string name) =>
        app.SendEventAsync(
            "member.renamed",
            new JsonObject { ["groupId"] = group, ["memberId"] = member, ["name"] = name });

    public static Task PostMessageAsync(this AppHost app, string group, string member, string text) =>
        app.SendEventAsync(
            "message.posted",
            new JsonObject { ["groupId"] = group, ["memberId"] = member, ["text"] = text });

    public static Task DissolvedAsync(this AppHost app, string group) =>
        app.SendEventAsync("group.dissolved", new JsonObject { ["groupId"] = group });

    /// <summary>Sends an event and returns when everything that is due now has run.</summary>
    public static async Task SendEventAsync(
        this AppHost app,
        string type,
        JsonObject data,
        DateTimeOffset? at = null,
        string? id = null)
    {
        (await app.SendWebhookAsync(Event(type, at ?? app.Now, data), id)).Expecting(HttpStatusCode.Accepted);
        await app.RunUntilIdleAsync();
    }

    public static JsonObject Event(string type, DateTimeOffset at, JsonObject data) =>
        new() { ["type"] = type, ["timestamp"] = at, ["data"] = data };

    public static Task<ApiAnswer> SendWebhookAsync(this AppHost app, JsonNode body, string? id = null) =>
        app.SendWebhookAsync(Encoding.UTF8.GetBytes(body.ToJsonString(JsonSerializerOptions.Web)), id);

    /// <summary>Sends the bytes with the given headers, by default with a valid signature made now.</summary>
    public static Task<ApiAnswer> SendWebhookAsync(
        this AppHost app,
        byte[] body,
        string? id = null,
        DateTimeOffset? signedAt = null,
        StandardWebhookHeaders? headers = null,
        string contentType = "application/json")
    {
        var signed = headers ?? StandardWebhooks.Sign(
            id ?? $"msg_{Guid.NewGuid():n}",
            signedAt ?? app.Now,
            body,
            WebhookSecret.Parse(AppHost.Secret));
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return app.SendAsync(
            HttpMethod.Post,
            "/webhooks/channel",
            content,
            (StandardWebhookHeaders.IdName, signed.Id!),
            (StandardWebhookHeaders.TimestampName, signed.Timestamp!),
            (StandardWebhookHeaders.SignatureName, signed.Signature!));
    }
}
