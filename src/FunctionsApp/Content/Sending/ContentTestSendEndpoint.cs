using System.Globalization;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Content.Sending;

public sealed class ContentTestSendEndpoint(
    ContentTestSender sender, IdSource ids, IValidator<ContentTestSendRequest> validator)
{
    const string Operation = "TestSendContent";

    /// <summary>
    /// 202 with the delivery, one for the same body and <c>Idempotency-Key</c>; 404 for an unknown item, 400 for an
    /// unknown group, a variant that the item does not have or a text that breaks a rule of the platform, 409 for a
    /// retired item, a dissolved group or a text without its product.
    /// </summary>
    [Function(Operation)]
    [Request<ContentTestSendRequest>, Response<ContentTestSendView>(202), TakesIdempotencyKey, Problem(409)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/content/{contentId}/test-send")]
        HttpRequest request,
        string contentId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        var variant = (body!.Variant ?? 1).ToString(CultureInfo.InvariantCulture);
        var sendId = IdempotencyKey.IdFrom(request, Operation, contentId, body.GroupId!, variant) ?? ids.NewId();
        return await sender.SendAsync(contentId, body, sendId);
    }
}
