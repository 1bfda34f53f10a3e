using System.Security.Cryptography;
using System.Text;
using Community.Acquisition.Posters;
using Community.Platform;
using Community.Selling.Links;
using Community.Selling.Offers;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Offers;

namespace FunctionsApp.Selling.Links;

/// <summary>A request for a link. <paramref name="MemberId"/> is set for a private link.</summary>
public sealed record NewLink(
    OfferReference Offer, string Step, string GroupId, string? MemberId, string Target, DateTimeOffset At);

/// <summary>
/// Tracked links. A row in the offer's partition maps the name of a link to its code, so that a repeat finds the same
/// code.
/// </summary>
public sealed class LinkStore(OffersTable offers, CodesTable codes, IdSource ids)
{
    const string NamePrefix = "link-";
    const string LinkRow = "link";

    /// <inheritdoc cref="CreateAsync" />
    public async Task<TrackedLink> EnsureAsync(NewLink request) => (await CreateAsync(request)).Link;

    /// <summary>
    /// Creates the link. A repeat keeps the code, which may be in a sent message, and replaces the target; the result
    /// then is not new.
    /// </summary>
    public async Task<(TrackedLink Link, bool IsNew)> CreateAsync(NewLink request)
    {
        var name = NamePrefix + EffectKey.Digest(EffectKey.From(request.Step, request.GroupId, request.MemberId ?? ""));
        var code = JoinCode.Create(ids.NewBytes(JoinCode.Length));
        var isNew = await offers.TryCommitAsync(Row.Add(request.Offer.Key, name, code));
        if (!isNew) code = (await offers.FindAsync<string>(request.Offer.Key, name))!.Value;
        var link = ToLink(request, code);
        await codes.CommitAsync(Row.Put(code, LinkRow, link));
        return (link, isNew);
    }

    /// <summary>
    /// Stores a link whose code follows from its offer, step, group and member, with one request. A repeat keeps the
    /// code and replaces the target.
    /// </summary>
    public async Task<TrackedLink> PutAsync(NewLink request)
    {
        var name = EffectKey.From(request.Offer.Key, request.Step, $"{request.GroupId}/{request.MemberId}");
        var code = JoinCode.Create(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var link = ToLink(request, code);
        await codes.CommitAsync(Row.Put(code, LinkRow, link));
        return link;
    }

    /// <summary>The link with this code; null when there is none.</summary>
    public async Task<TrackedLink?> FindAsync(string code) =>
        (await codes.FindAsync<TrackedLink>(code, LinkRow))?.Value;

    static TrackedLink ToLink(NewLink request, string code) => new(
        code,
        WebUrl.Normalize(request.Target) ?? request.Target,
        request.Offer,
        request.Step,
        request.GroupId,
        request.MemberId,
        request.At);
}
