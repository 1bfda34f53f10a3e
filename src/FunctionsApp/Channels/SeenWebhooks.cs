using System.Text.Json;
using Community.Sequences;
using FunctionsApp.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Channels;

/// <summary>What became of a message id that comes again.</summary>
public enum Repetition
{
    /// <summary>It is new, or its processing did not end.</summary>
    None,

    /// <summary>The same message again.</summary>
    Same,

    /// <summary>Another message under an id that is taken: somebody's mistake, or worse.</summary>
    Forged,
}

/// <summary>
/// The ids of processed webhook messages, kept for <see cref="Kept"/>: longer than any sender goes on retrying (Standard Webhooks
/// recommends three days at most). Written after the work, which is safe to repeat, so that a crash between the two loses nothing.
/// </summary>
public sealed class SeenWebhooks(Tables tables, TimeProvider clock)
{
    /// <summary>How long an id is remembered.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    const string Prefix = "id-";

    /// <summary>Whether the message was processed before.</summary>
    public async Task<Repetition> OfAsync(ReceivedEvent received)
    {
        var (partition, row) = KeyOf(received.WebhookId);
        return (await tables.WebhookIds.FindAsync<SeenWebhook>(partition, row))?.Value switch
        {
            null => Repetition.None,
            var seen when seen.Digest == DigestOf(received) => Repetition.Same,
            _ => Repetition.Forged,
        };
    }

    /// <summary>Notes that the message was processed.</summary>
    public Task RememberAsync(ReceivedEvent received)
    {
        var (partition, row) = KeyOf(received.WebhookId);
        return tables.WebhookIds.CommitAsync(Row.Put(partition, row, new SeenWebhook(DigestOf(received), clock.GetUtcNow())));
    }

    /// <summary>Every night: forgets what is older than <see cref="Kept"/>, one partition after the other.</summary>
    [Function("ForgetWebhookIds")]
    public async Task Forget([TimerTrigger("0 30 18 * * *")] TimerInfo timer)
    {
        var horizon = clock.GetUtcNow() - Kept;
        for (var bucket = 0; bucket <= byte.MaxValue; bucket++)
        {
            var partition = bucket.ToString("x2", System.Globalization.CultureInfo.InvariantCulture);
            foreach (var seen in await tables.WebhookIds.AllAsync<SeenWebhook>(partition, Prefix))
            {
                if (seen.Value.At < horizon) await tables.WebhookIds.CommitAsync(Row.Delete(partition, seen.RowKey, seen.ETag));
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

/// <summary>A processed message: the digest of what it said, and when it was processed.</summary>
public sealed record SeenWebhook(string Digest, DateTimeOffset At);
