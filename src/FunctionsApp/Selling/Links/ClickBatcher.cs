using Community.Selling.Links;
using Community.Selling.Offers;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Links;

/// <summary>
/// Clicks that arrived together, at the instant the batch was closed. The storage client sends a message again whose answer it lost, and then there
/// are two with one <paramref name="Id"/>.
/// </summary>
public sealed record ClickBatch(string Id, DateTimeOffset At, IReadOnlyList<LinkClicks> Links)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "clicks";
}

/// <summary>How often one link was clicked.</summary>
public sealed record LinkClicks(OfferReference Offer, string Code, string GroupId, string? MemberId, int Count);

/// <summary>Clicks that arrive together share one queue message, and each is acknowledged when it is stored.</summary>
public sealed class ClickBatcher(MessageQueue<ClickBatch> queue, IdSource ids, TimeProvider clock)
{
    // A link takes at most about 300 bytes of the 48 KiB a message holds before it is encoded.
    const int MaxLinks = 150;

    readonly GroupCommit<TrackedLink> clicks = new(
        MaxLinks,
        seen => queue.SendAsync(new ClickBatch(
            ids.NewId(), seen.At, [.. seen.Counts.Select(link => new LinkClicks(link.Key.Offer, link.Key.Code, link.Key.GroupId, link.Key.MemberId, link.Value))])),
        clock);

    /// <summary>Completes when the click is stored; fails when it could not be.</summary>
    public Task RecordAsync(TrackedLink link) => clicks.RecordAsync(link);
}
