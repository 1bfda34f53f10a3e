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

/// <summary>
/// The number of clicks on one link in a batch; <paramref name="First"/> of them are the first of their browser.
/// </summary>
public sealed record LinkClicks(
    OfferReference Offer, string Code, string GroupId, string? MemberId, int Count, int First = 0);

/// <summary>
/// Puts clicks that arrive together into one queue message. Each click is acknowledged when it is stored.
/// </summary>
public sealed class ClickBatcher(MessageQueue<ClickBatch> queue, IdSource ids, TimeProvider clock)
{
    // A link takes at most 300 bytes or so; a message holds 48 KiB before it is encoded.
    const int MaxLinks = 150;

    readonly GroupCommit<Click> clicks = new(
        MaxLinks,
        batch => queue.SendAsync(new ClickBatch(ids.NewId(), batch.At, [.. ToClicks(batch.Counts)])),
        clock);

    /// <summary>
    /// Completes when the click is stored and fails when it is not. <paramref name="isFirst"/> is true for the first
    /// click of a browser on the link.
    /// </summary>
    public Task RecordAsync(TrackedLink link, bool isFirst) => clicks.RecordAsync(new Click(link, isFirst));

    static IEnumerable<LinkClicks> ToClicks(IReadOnlyList<KeyValuePair<Click, int>> counts) =>
        from count in counts
        group count by count.Key.Link into clicks
        let link = clicks.Key
        let first = clicks.Where(count => count.Key.IsFirst).Sum(count => count.Value)
        select new LinkClicks(
            link.Offer, link.Code, link.GroupId, link.MemberId, clicks.Sum(count => count.Value), first);

    sealed record Click(TrackedLink Link, bool IsFirst);
}
