using Community.Care.Crises;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Crises;

/// <summary>
/// Changes of a crisis. Each answers with the crisis, 404 without one, and 409 after its end. Repeats change nothing.
/// </summary>
public sealed class CrisisCommandEndpoints(
    CrisisService crises,
    CrisisReader reader,
    IValidator<AddCrisisEntryRequest> entryValidator,
    IValidator<PublishStatementRequest> statementValidator,
    IValidator<NamePersonRequest> personValidator,
    IValidator<ReleaseGroupsRequest> releaseValidator,
    IValidator<ResolveCrisisRequest> resolveValidator,
    TimeProvider clock)
{
    const string Route = "api/crises/{crisisId}";

    /// <summary>Adds an entry to the timeline.</summary>
    [Function("AddCrisisEntry")]
    [Request<AddCrisisEntryRequest>, Response<CrisisView>, Problem(409)]
    public Task<IResult> AddEntry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/entries")] HttpRequest request,
        string crisisId) =>
        DecideAsync(request, crisisId, entryValidator, (entry, now) =>
            new CrisisCommand.AddEntry(new CrisisEntry(now, entry.By!, entry.Text!)));

    /// <summary>
    /// Sends a statement to every frozen group, once for each text. In a group that operators or another crisis hold as
    /// well it waits for them. 400 for a prepared text with a gap that is not filled in.
    /// </summary>
    [Function("PublishCrisisStatement")]
    [Request<PublishStatementRequest>, Response<CrisisView>, Problem(409)]
    public Task<IResult> PublishStatement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/statements")] HttpRequest request,
        string crisisId) =>
        DecideAsync(request, crisisId, statementValidator, (statement, now) =>
            new CrisisCommand.PublishStatement(statement.Text!, statement.By!, now));

    /// <summary>
    /// Records that a person complains or incites others, with the evidence; a later role replaces an earlier one. 400
    /// for a group that is not part of the crisis; 409 for more than 100 people.
    /// </summary>
    [Function("NameCrisisPerson")]
    [Request<NamePersonRequest>, Response<CrisisView>, Problem(409)]
    public Task<IResult> NamePerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/people")] HttpRequest request,
        string crisisId) =>
        DecideAsync(request, crisisId, personValidator, (person, now) =>
            new CrisisCommand.NamePerson(person.ToPerson(now)));

    /// <summary>Lets groups go on before the end; 409 for a group that this crisis did not freeze.</summary>
    [Function("ReleaseCrisisGroups")]
    [Request<ReleaseGroupsRequest>, Response<CrisisView>, Problem(409)]
    public Task<IResult> Release(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/release")] HttpRequest request,
        string crisisId) =>
        DecideAsync(request, crisisId, releaseValidator, (release, now) =>
            new CrisisCommand.ReleaseGroups(release.GroupIds!, release.By!, now));

    /// <summary>
    /// Ends the crisis with a report and releases its groups; the holds of operators and of other crises stay.
    /// </summary>
    [Function("ResolveCrisis")]
    [Request<ResolveCrisisRequest>, Response<CrisisView>, Problem(409)]
    public Task<IResult> Resolve(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/resolve")] HttpRequest request,
        string crisisId) =>
        DecideAsync(request, crisisId, resolveValidator, (resolve, now) =>
            new CrisisCommand.Resolve(resolve.Report!, resolve.By!, now));

    async Task<IResult> DecideAsync<T>(
        HttpRequest request,
        string crisisId,
        IValidator<T> validator,
        Func<T, DateTimeOffset, CrisisCommand> command)
        where T : class
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        return await crises.DecideAsync(crisisId, command(body!, clock.GetUtcNow())) switch
        {
            null => CrisisEndpoints.NotFound(crisisId),
            { Events: [CrisisEvent.Refused refused] } => Problems.From(refused.Refusal),
            var (after, _) => ApiJson.Json(await reader.ReadAsync(after)),
        };
    }
}
