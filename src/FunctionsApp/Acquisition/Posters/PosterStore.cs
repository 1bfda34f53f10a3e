using Community.Acquisition.Posters;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>A poster in the list of its campaign; <paramref name="Inviter"/> is null for a shared one.</summary>
public sealed record ListedPoster(Poster Poster, string? Inviter);

/// <summary>
/// Posters, their codes and the list of each campaign: shared posters first, the newest before older ones, then those
/// of participants. A poster and its code are written once and do not change.
/// </summary>
public sealed class PosterStore(PostersTable posters, CodesTable codes, IdSource ids)
{
    const string PosterRow = "poster";
    const string CodeRow = "code";
    const string ListPrefix = "listed-";
    const string SharedPrefix = ListPrefix + "0-";
    const string PersonalPrefix = ListPrefix + "1-";

    /// <summary>The poster; null when there is none.</summary>
    public Task<Stored<Poster>?> FindAsync(string posterId) => posters.FindAsync<Poster>(posterId, PosterRow);

    /// <summary>The code; null when it is unknown.</summary>
    public async Task<JoinCode?> FindCodeAsync(string code) => (await codes.FindAsync<JoinCode>(code, CodeRow))?.Value;

    /// <summary>
    /// One page of the campaign's posters; <paramref name="isPersonal"/> leaves only those of participants, or only
    /// shared ones.
    /// </summary>
    public async Task<Slice<ListedPoster>> PageAsync(
        string campaignId, bool? isPersonal, int size, string? continuation)
    {
        var prefix = isPersonal switch
        {
            null => ListPrefix,
            true => PersonalPrefix,
            false => SharedPrefix,
        };
        var page = await posters.PageAsync<ListedPoster>(ListOf(campaignId), prefix, size, continuation);
        return page.Map(poster => poster.Value);
    }

    /// <summary>
    /// Stores a new poster, then its place in the list and its code. A repeat finds the poster and writes these again,
    /// because the first request may have failed between them.
    /// </summary>
    public async Task<(bool IsNew, Stored<Poster> Document)> CreateAsync(Poster poster, string fingerprint)
    {
        var isNew = await posters.TryCommitAsync(Row.Add(poster.Id, PosterRow, poster, fingerprint));
        var document = (await FindAsync(poster.Id))!;
        await PutInListAsync(document.Value, inviter: null);
        await PutCodeAsync(document.Value, inviter: null);
        return (isNew, document);
    }

    /// <summary>
    /// Stores a member's own poster and code. A repeat writes the same rows; the poster keeps its first instant.
    /// </summary>
    public async Task<Poster> PutPersonalAsync(Poster poster, string inviter)
    {
        if (await FindAsync(poster.Id) is { Value: var stored }) poster = poster with { CreatedAt = stored.CreatedAt };
        await posters.CommitAsync(Row.Put(poster.Id, PosterRow, poster));
        await PutInListAsync(poster, inviter);
        await PutCodeAsync(poster, inviter);
        return poster;
    }

    /// <summary>A new random code.</summary>
    public string NewCode() => JoinCode.Create(ids.NewBytes(JoinCode.Length));

    // Ids of posters are hexadecimal, so no partition is both a list and a poster.
    static string ListOf(string campaignId) => $"campaign-{campaignId}";

    static string ListKey(Poster poster, string? inviter) => inviter is not null
        ? PersonalPrefix + poster.Id
        : $"{SharedPrefix}{TableKey.LatestFirst(poster.CreatedAt)}-{poster.Id}";

    Task PutInListAsync(Poster poster, string? inviter) => posters.CommitAsync(
        Row.Put(ListOf(poster.CampaignId), ListKey(poster, inviter), new ListedPoster(poster, inviter)));

    Task PutCodeAsync(Poster poster, string? inviter)
    {
        var code = new JoinCode(poster.Code, poster.CampaignId, poster.Id, inviter);
        return codes.CommitAsync(Row.Put(poster.Code, CodeRow, code));
    }
}
