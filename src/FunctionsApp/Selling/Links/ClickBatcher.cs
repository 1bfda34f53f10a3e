using Community.Selling.Links;
using Community.Selling.Offers;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Links;

/// <summary>
/// Clicks that arrive together; <paramref name="At"/> is the instant at which the batch is closed. When the storage
/// client repeats a request whose answer is lost, two messages carry the same <paramref name="Id"/>.
/// </summary>
public sealed record ClickBatch(string Id, DateTimeOffset At, IReadOnlyList<LinkClicks> Links)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "clicks";
}

/// <summary>The number of clicks on one link in a batch.</summary>
public sealed record LinkClicks(OfferReference Offer, string Code, string GroupId, string? MemberId, int Count);

/// <summary>
/// Puts clicks that arrive together into one queue message. Each click is acknowledged when it is stored.
/// </summary>
public sealed class ClickBatcher(MessageQueue<ClickBatch> queue, IdSource ids, TimeProvider clock)
{
    // A link takes at most 300 bytes or so; a message holds 48 KiB before it is encoded.
    const int MaxLinks = 150;

    readonly GroupCommit<TrackedLink> clicks = new(
        MaxLinks,
        batch => queue.SendAsync(
            new ClickBatch(ids.NewId(), batch.At, [.. batch.Counts.Select(link => ToClicks(link.Key, link.Value))])),
        clock);

    /// <summary>Completes when the click is stored and fails when it is not.</summary>
    public Task RecordAsync(TrackedLink link) => clicks.RecordAsync(link);

    static LinkClicks ToClicks(TrackedLink link, int count) =>
        new(link.Offer, link.Code, link.GroupId, link.MemberId, count);
}
