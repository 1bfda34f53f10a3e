using Community.Acquisition.Posters;
using Community.Platform;
using Community.Selling.Links;
using Community.Selling.Offers;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Offers;

namespace FunctionsApp.Selling.Links;

/// <summary>A link that is wanted: for one step of an offer, in one group, for one member where it is theirs alone.</summary>
public sealed record NewLink(OfferReference Offer, string Step, string GroupId, string? MemberId, string Target, DateTimeOffset At);

/// <summary>Tracked links. A name in the offer's partition leads to the code, so that the same link has one code however often it is asked for.</summary>
public sealed class LinkStore(OffersTable offers, CodesTable codes, IdSource ids)
{
    const string NamePrefix = "link-";
    const string LinkRow = "link";

    /// <summary>The link, made where there is none. What was sent cannot be taken back, so a repeat keeps the code; its target is the one asked for last.</summary>
    public async Task<TrackedLink> EnsureAsync(NewLink request)
    {
        var name = NamePrefix + EffectKey.Digest(EffectKey.From(request.Step, request.GroupId, request.MemberId ?? ""));
        var code = JoinCode.Create(ids.NewBytes(JoinCode.Length));
        if (!await offers.TryAddAsync(Row.Add(request.Offer.Key, name, code))) code = (await offers.FindAsync<string>(request.Offer.Key, name))!.Value;
        var link = new TrackedLink(code, request.Target, request.Offer, request.Step, request.GroupId, request.MemberId, request.At);
        await codes.CommitAsync(Row.Put(code, LinkRow, link));
        return link;
    }

    /// <summary>What the code leads to; null when it leads nowhere.</summary>
    public async Task<TrackedLink?> FindAsync(string code) => (await codes.FindAsync<TrackedLink>(code, LinkRow))?.Value;
}
