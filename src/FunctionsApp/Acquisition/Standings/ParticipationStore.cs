using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>The campaigns in which a member has a standing: a row for each in the member's partition.</summary>
public sealed class ParticipationStore(PeopleTable people)
{
    const string Prefix = "participant-";

    /// <summary>Adds the entry of a standing that is about to begin, so every standing has one.</summary>
    public Task AddAsync(string campaignId, string memberId) =>
        people.CommitAsync(Row.Put(memberId, Prefix + campaignId, campaignId));

    /// <summary>One page of the ids of the member's campaigns.</summary>
    public async Task<Slice<string>> PageAsync(string memberId, int size, string? continuation) =>
        (await people.PageAsync<string>(memberId, Prefix, size, continuation)).Map(campaign => campaign.Value);
}
