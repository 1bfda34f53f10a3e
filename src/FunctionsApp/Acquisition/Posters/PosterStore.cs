using Community.Acquisition.Posters;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>Posters and the codes in them. Both are written once and never change.</summary>
public sealed class PosterStore(PostersTable posters, CodesTable codes, IdSource ids)
{
    const string PosterRow = "poster";
    const string CodeRow = "code";

    /// <summary>The poster; null when there is none.</summary>
    public Task<Stored<Poster>?> FindAsync(string posterId) => posters.FindAsync<Poster>(posterId, PosterRow);

    /// <summary>What the code leads to; null when it leads nowhere.</summary>
    public async Task<JoinCode?> FindCodeAsync(string code) => (await codes.FindAsync<JoinCode>(code, CodeRow))?.Value;

    /// <summary>
    /// Stores a new poster, then its code; a repeat finds the poster that stands and makes sure of its code, because the first
    /// request may have ended between the two.
    /// </summary>
    public async Task<(bool Made, Stored<Poster> Poster)> CreateAsync(Poster poster, string fingerprint)
    {
        var made = await posters.TryAddAsync(Row.Add(poster.Id, PosterRow, poster, fingerprint));
        var stands = (await FindAsync(poster.Id))!;
        await codes.CommitAsync(Row.Put(stands.Value.Code, CodeRow, new JoinCode(stands.Value.Code, stands.Value.CampaignId, stands.Value.Id)));
        return (made, stands);
    }

    /// <summary>Stores a member's own poster and code; a repeat writes the same again.</summary>
    public async Task PutPersonalAsync(Poster poster, string inviter)
    {
        await posters.CommitAsync(Row.Put(poster.Id, PosterRow, poster));
        await codes.CommitAsync(Row.Put(poster.Code, CodeRow, new JoinCode(poster.Code, poster.CampaignId, poster.Id, inviter)));
    }

    /// <summary>A code that nobody has: 50 random bits.</summary>
    public string NewCode() => JoinCode.Create(ids.NewBytes(JoinCode.Length));
}
