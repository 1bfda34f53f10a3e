using Community.Operators;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Operators.Credentials;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Operators.Directory;

/// <summary>The people who work with the app, and their tokens.</summary>
public sealed class OperatorEndpoints(
    OperatorStore operators,
    Creation creation,
    IdSource ids,
    IValidator<CreateOperatorRequest> createValidator,
    IValidator<EditOperatorRequest> editValidator,
    TimeProvider clock)
{
    const string Route = "api/operators";

    /// <summary>
    /// 201 with the operator and the token, which is shown this once; 200 without it for a repeat; 409 when the id
    /// belongs to another operator or another operator has the name.
    /// </summary>
    [Function("CreateOperator")]
    [RequiredRole(OperatorRole.Administrator)]
    [Request<CreateOperatorRequest>, Creation<OperatorTokenView>, Versioned]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request)
    {
        var token = SecretFormat.OperatorToken.Create(ids);
        var isNew = false;
        return creation.RunAsync(request, new CreationSteps<CreateOperatorRequest, Operator, OperatorTokenView>
        {
            Operation = "CreateOperator",
            Validator = createValidator,
            ChosenId = body => body.Id,
            CreateAsync = async wanted =>
            {
                var created = await CreateAsync(wanted, SecretFormat.HashOf(token));
                isNew = created.IsNew;
                return created;
            },
            ViewAsync = created => Task.FromResult(OperatorTokenView.From(created, isNew ? token : null)),
            Location = created => $"/{Route}/{created.Id}",
        });
    }

    /// <summary>Operators by pages, in order of id.</summary>
    [Function("ListOperators")]
    [RequiredRole(OperatorRole.Administrator)]
    [Page<OperatorView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        Paging.AnswerAsync(
            request, async (size, continuation) => PageOf(await operators.ReadAsync(), size, continuation));

    /// <summary>One operator; 404 when there is none.</summary>
    [Function("GetOperator")]
    [RequiredRole(OperatorRole.Administrator)]
    [Response<OperatorView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Route}/{{operatorId}}")] HttpRequest request,
        string operatorId) =>
        await operators.FindAsync(operatorId) is { } found
            ? EntityTag.Json(request, found, OperatorView.From(found))
            : NotFound(operatorId);

    /// <summary>
    /// The operator after an edit, which holds at once for the token and all sessions; 409 for a name that another
    /// operator has, and for another role of the last administrator.
    /// </summary>
    [Function("EditOperator")]
    [RequiredRole(OperatorRole.Administrator)]
    [Request<EditOperatorRequest>, Response<OperatorView>, Versioned, Problem(409)]
    public async Task<IResult> Edit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = $"{Route}/{{operatorId}}")] HttpRequest request,
        string operatorId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, editValidator);
        if (problem is not null) return problem;
        return await EntityTag.CheckAsync(request, async expected =>
        {
            var (after, events) = await operators.EditAsync(body!.ToCommand(operatorId), expected);
            if (events is [OperatorEvent.Refused refused]) return Problems.From(refused.Refusal);
            return after.Find(operatorId) is { } edited
                ? EntityTag.Json(request, edited, OperatorView.From(edited))
                : NotFound(operatorId);
        });
    }

    /// <summary>
    /// A new token, which is shown this once. The one before it and all sessions of the operator end at once.
    /// </summary>
    [Function("ReplaceOperatorToken")]
    [RequiredRole(OperatorRole.Administrator)]
    [Response<OperatorTokenView>]
    public async Task<IResult> ReplaceToken(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/{{operatorId}}/token")]
        HttpRequest request,
        string operatorId)
    {
        var token = SecretFormat.OperatorToken.Create(ids);
        var command = new OperatorCommand.ReplaceToken(operatorId, SecretFormat.HashOf(token), clock.GetUtcNow());
        var (after, _) = await operators.DecideAsync(command);
        return after.Find(operatorId) is { } found
            ? ApiJson.Json(OperatorTokenView.From(found, token))
            : NotFound(operatorId);
    }

    /// <summary>
    /// Removes the operator; the token and all sessions end at once. 409 for the last administrator.
    /// </summary>
    [Function("RemoveOperator")]
    [RequiredRole(OperatorRole.Administrator)]
    [Response(204), Problem(409)]
    public async Task<IResult> Remove(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = $"{Route}/{{operatorId}}")] HttpRequest request,
        string operatorId)
    {
        if (await operators.FindAsync(operatorId) is null) return NotFound(operatorId);
        var (_, events) = await operators.DecideAsync(new OperatorCommand.Remove(operatorId));
        return events is [OperatorEvent.Refused refused] ? Problems.From(refused.Refusal) : Results.NoContent();
    }

    async Task<CreationResult<Operator>> CreateAsync(CreationRequest<CreateOperatorRequest> wanted, string tokenHash)
    {
        var (body, now) = (wanted.Body, clock.GetUtcNow());
        var role = Enum.Parse<OperatorRole>(body.Role!);
        var created = new Operator(wanted.Id, body.Name!, role, now, tokenHash, now, wanted.Fingerprint);
        var (after, events) = await operators.DecideAsync(new OperatorCommand.Create(created));
        if (events is [OperatorEvent.Refused refused])
            return CreationResult.Refuse<Operator>(Problems.From(refused.Refusal));
        var stored = after.Find(wanted.Id)!;
        // A first try whose answer was lost stored this token; a repeated request has another one.
        var isNew = stored.TokenHash == tokenHash;
        return new(isNew, new Stored<Operator>(stored.Id, stored, default, stored.Fingerprint), Problem: null);
    }

    static Slice<OperatorView> PageOf(OperatorRoster roster, int size, string? after)
    {
        var rest = roster.Operators
            .OrderBy(other => other.Id, StringComparer.Ordinal)
            .SkipWhile(other => string.CompareOrdinal(other.Id, after) <= 0)
            .ToList();
        var page = rest.Take(size).Select(OperatorView.From).ToList();
        return new(page, rest.Count > size ? page[^1].Id : null);
    }

    static IResult NotFound(string operatorId) => Problems.NotFound($"There is no operator {operatorId}.");
}
