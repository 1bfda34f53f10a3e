using System.Net.Http.Json;
using System.Text.Json;
using FunctionsApp.Platform.Webhooks;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Demonstration;

/// <summary>Calls the API with the machine key, and signs webhooks as the platform and a shop do.</summary>
sealed class DemonstrationClient(
    HttpClient http, IConfiguration settings, TimeProvider clock, CancellationToken cancellationToken)
{
    const string ChannelSecret = "Channel:Secret";

    static readonly TimeSpan JoinTimeout = TimeSpan.FromMinutes(1);
    static readonly TimeSpan JoinPoll = TimeSpan.FromMilliseconds(100);

    /// <summary>True when joins can be reported.</summary>
    public bool ReportsJoins => settings[ChannelSecret] is { Length: > 0 };

    public Task<JsonElement> GetAsync(string path) => http.GetFromJsonAsync<JsonElement>(path, cancellationToken);

    /// <summary>The JSON of the answer; undefined for one without a body.</summary>
    public async Task<JsonElement> PostAsync(string path, object body, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await http.SendAsync(request, cancellationToken);
        return await ReadAsync(answer, path);
    }

    /// <inheritdoc cref="PostAsync" />
    public async Task<JsonElement> PutAsync(string path)
    {
        using var answer = await http.PutAsync(new Uri(path, UriKind.Relative), content: null, cancellationToken);
        return await ReadAsync(answer, path);
    }

    /// <summary>Reports a join as the channel does; nothing without its secret.</summary>
    public Task ReportJoinAsync(
        string groupId, string memberId, string name, string? state, string? unionId = null) => SendWebhookAsync(
        "/webhooks/channel",
        ChannelSecret,
        $"demo-join-{groupId}-{memberId}",
        new
        {
            type = "member.joined",
            timestamp = clock.GetUtcNow(),
            data = new { groupId, memberId, name, state, unionId },
        });

    /// <summary>
    /// Returns when the queue has brought the join that was reported; throws when that takes longer than a minute. A
    /// virtual clock, which does not run by itself, is asked to do what is due.
    /// </summary>
    public async Task WaitForMemberAsync(string groupId, string memberId)
    {
        var isVirtual = (await GetAsync("/local/clock")).GetProperty("virtual").GetBoolean();
        var started = TimeProvider.System.GetTimestamp();
        while (!await IsPresentAsync(groupId, memberId))
        {
            if (TimeProvider.System.GetElapsedTime(started) > JoinTimeout)
                throw new InvalidOperationException($"{memberId} is not in {groupId}.");
            if (isVirtual) await PostAsync("/local/clock", new { to = clock.GetUtcNow() });
            else await Task.Delay(JoinPoll, TimeProvider.System, cancellationToken);
        }
    }

    async Task<bool> IsPresentAsync(string groupId, string memberId)
    {
        var members = await GetAsync($"/api/groups/{groupId}/members?top=200");
        return members.GetProperty("items").EnumerateArray()
            .Any(member => member.GetProperty("memberId").GetString() == memberId);
    }

    /// <summary>Reports a leave as the channel does; nothing without its secret.</summary>
    public Task ReportLeaveAsync(string groupId, string memberId) => SendWebhookAsync(
        "/webhooks/channel",
        ChannelSecret,
        $"demo-leave-{groupId}-{memberId}",
        new { type = "member.left", timestamp = clock.GetUtcNow(), data = new { groupId, memberId } });

    /// <summary>Sends a message of the shop; nothing without its secret.</summary>
    public Task ReportToShopAsync(string shop, string id, object message) =>
        SendWebhookAsync($"/webhooks/shops/{shop}", $"Shops:{shop}:Secrets:0", id, message);

    async Task SendWebhookAsync(string path, string secretName, string id, object message)
    {
        if (settings[secretName] is not { Length: > 0 } secret) return;
        var body = JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web);
        var headers = StandardWebhooks.Sign(id, clock.GetUtcNow(), body, WebhookSecret.Parse(secret));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(StandardWebhookHeaders.IdName, headers.Id);
        request.Headers.Add(StandardWebhookHeaders.TimestampName, headers.Timestamp);
        request.Headers.Add(StandardWebhookHeaders.SignatureName, headers.Signature);
        using var answer = await http.SendAsync(request, cancellationToken);
        await ReadAsync(answer, path);
    }

    async Task<JsonElement> ReadAsync(HttpResponseMessage answer, string path)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }
}
