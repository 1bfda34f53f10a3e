using System.Text.Json;
using Community.Platform;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// The steps that create endpoints share. A document is created once: under the id that the body chooses, the id that
/// the header <c>Idempotency-Key</c> gives, or a random one.
/// </summary>
public sealed class Creation(IdSource ids)
{
    const int RandomIdLength = 16;

    /// <summary>
    /// 201 with the view of a new document, 200 for a repeat of the same request, 409 when the id belongs to a document
    /// of another request, or the problem of the body or of
    /// <see cref="CreationSteps{TBody, TState, TView}.CreateAsync"/>.
    /// </summary>
    public async Task<IResult> RunAsync<TBody, TState, TView>(
        HttpRequest request, CreationSteps<TBody, TState, TView> steps)
        where TBody : class
    {
        var (body, problem) = await RequestBody.ReadAsync(request, steps.Validator);
        if (problem is not null) return problem;
        var command = new CreationRequest<TBody>(body!, IdFor(request, steps, body!), Fingerprint(body!));
        var created = await steps.CreateAsync(command);
        if (created.Problem is not null) return created.Problem;
        var document = created.Document!;
        var isSame = document.Fingerprint == command.Fingerprint;
        if (isSame) await steps.FollowAsync(document.Value);
        var view = await steps.ViewAsync(document.Value);
        if (isSame) EntityTag.Set(request.HttpContext.Response, document.Value);
        return Respond(request.HttpContext.Response, steps.Location(document.Value), view, created.IsNew, isSame);
    }

    // The id that is derived from the key lets a repeated request find the document of the first one.
    string IdFor<TBody, TState, TView>(HttpRequest request, CreationSteps<TBody, TState, TView> steps, TBody body) =>
        steps.ChosenId(body)
        ?? IdempotencyKey.IdFrom(request, steps.Operation, steps.RouteValues)
        ?? ids.NewId()[..RandomIdLength];

    /// <summary>
    /// Equal for requests with the same body; white space and the order of fields make no difference.
    /// </summary>
    public static string Fingerprint<T>(T request) =>
        EffectKey.Digest(JsonSerializer.Serialize(request, ApiJson.Options));

    /// <summary>
    /// 201 for a new document, 200 for a repeat of the same request, 409 for another request with the same id.
    /// </summary>
    static IResult Respond<T>(HttpResponse response, string location, T view, bool isNew, bool isSame)
    {
        if (!isSame)
        {
            return Problems.Conflict(
                ConflictKind.AlreadyExists, $"id: {location} was created by a different request.");
        }

        response.Headers.Location = location;
        return ApiJson.Json(view, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
