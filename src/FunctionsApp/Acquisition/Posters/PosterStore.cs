using Community.Acquisition.Posters;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>Posters and their codes. Both are written once and do not change.</summary>
public sealed class PosterStore(PostersTable posters, CodesTable codes, IdSource ids)
{
    const string PosterRow = "poster";
    const string CodeRow = "code";

    /// <summary>The poster; null when there is none.</summary>
    public Task<Stored<Poster>?> FindAsync(string posterId) => posters.FindAsync<Poster>(posterId, PosterRow);

    /// <summary>The code; null when it is unknown.</summary>
    public async Task<JoinCode?> FindCodeAsync(string code) => (await codes.FindAsync<JoinCode>(code, CodeRow))?.Value;

    /// <summary>
    /// Stores a new poster and then its code. A repeat finds the poster and writes its code again, because the first
    /// request may have failed between the two.
    /// </summary>
    public async Task<(bool IsNew, Stored<Poster> Document)> CreateAsync(Poster poster, string fingerprint)
    {
        var isNew = await posters.TryCommitAsync(Row.Add(poster.Id, PosterRow, poster, fingerprint));
        var document = (await FindAsync(poster.Id))!;
        await PutCodeAsync(document.Value, inviter: null);
        return (isNew, document);
    }

    /// <summary>Stores a member's own poster and code. A repeat writes the same rows.</summary>
    public async Task PutPersonalAsync(Poster poster, string inviter)
    {
        await posters.CommitAsync(Row.Put(poster.Id, PosterRow, poster));
        await PutCodeAsync(poster, inviter);
    }

    /// <summary>A new random code.</summary>
    public string NewCode() => JoinCode.Create(ids.NewBytes(JoinCode.Length));

    Task PutCodeAsync(Poster poster, string? inviter)
    {
        var code = new JoinCode(poster.Code, poster.CampaignId, poster.Id, inviter);
        return codes.CommitAsync(Row.Put(poster.Code, CodeRow, code));
    }
}
