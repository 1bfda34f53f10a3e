using System.Text.Json;
using Community.Platform;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>What became of a message id that comes again.</summary>
public enum WebhookRepeat
{
    /// <summary>It is new, or its processing may not have ended.</summary>
    None,

    /// <summary>The same message again.</summary>
    Same,

    /// <summary>Another message under an id that is taken: somebody's mistake, or worse.</summary>
    Forged,
}

/// <summary>
/// The ids of webhook messages, kept for <see cref="Retention"/>: longer than any sender goes on retrying (Standard Webhooks recommends three days at
/// most). An id is taken before the work by the stored message that brought it, which stays in its queue until the work is done: a crash between
/// the two loses nothing, because that message comes again and finds the id its own.
/// </summary>
public sealed class WebhookIdStore(WebhookIdsTable table, TimeProvider clock)
{
    /// <summary>How long an id is remembered.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    const string Prefix = "id-";

    /// <summary>
    /// Takes the id for this message, in one write where it is new. What stands there says what else it is: this very message again, whose processing
    /// did not end; the same news in another message, which is left to the first; or other news.
    /// </summary>
    public async Task<WebhookRepeat> ClaimAsync(ReceivedEvent received)
    {
        var (partition, row) = KeyOf(received.WebhookId);
        var claim = new WebhookClaim(DigestOf(received), clock.GetUtcNow(), received.Receipt);
        if (await table.TryAddAsync(Row.Add(partition, row, claim))) return WebhookRepeat.None;
        return (await table.FindAsync<WebhookClaim>(partition, row))?.Value switch
        {
            { } seen when seen.Digest != claim.Digest => WebhookRepeat.Forged,
            { } seen when seen.Receipt != claim.Receipt => WebhookRepeat.Same,
            _ => WebhookRepeat.None,
        };
    }

    /// <summary>Every night: forgets what is older than <see cref="Retention"/>, one partition after the other.</summary>
    [Function("ForgetWebhookIds")]
    public async Task Forget([TimerTrigger("0 30 18 * * *")] TimerInfo timer)
    {
        var horizon = clock.GetUtcNow() - Retention;
        for (var bucket = 0; bucket <= byte.MaxValue; bucket++)
        {
            var partition = bucket.ToString("x2", System.Globalization.CultureInfo.InvariantCulture);
            foreach (var seen in await table.AllAsync<WebhookClaim>(partition, Prefix))
            {
                if (seen.Value.At < horizon) await table.CommitAsync(Row.Delete(partition, seen.RowKey, seen.ETag));
            }
        }
    }

    // Ids may hold characters that keys may not; the digest spreads them over 256 partitions besides.
    static (string Partition, string Row) KeyOf(string webhookId)
    {
        var digest = EffectKey.Digest(webhookId);
        return (digest[..2], Prefix + digest);
    }

    static string DigestOf(ReceivedEvent received) => EffectKey.Digest(JsonSerializer.Serialize(received.Event, StoredJson.Options));
}

/// <summary>A message that has its id: the digest of what it said, when it was first taken from the queue, and the receipt it was stored under.</summary>
public sealed record WebhookClaim(string Digest, DateTimeOffset At, string? Receipt = null);
