using System.Globalization;
using Community.Care.Promises;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Promises;

/// <summary>
/// What is recorded of a unit. Each answers with the promise, and 404 without the promise or the unit. Repeats change
/// nothing.
/// </summary>
public sealed class PromisedUnitEndpoints(
    PromiseStore promises,
    PromiseService service,
    PromiseReader reader,
    IValidator<DeliverUnitRequest> deliverValidator,
    IValidator<EnterGainRequest> gainValidator,
    TimeProvider clock)
{
    const string Route = "api/promises/{promiseId}/units/{number}";

    /// <summary>
    /// Records that the unit was delivered: to the whole group or to members who handed in their homework, or a
    /// redemption (兑换) of a service. Once a unit to learn is delivered, the group is asked for its gain. 400 for a time
    /// in the future; 409 when the <c>id</c> belongs to another delivery, and for more than 2,000 deliveries.
    /// </summary>
    [Function("DeliverPromisedUnit")]
    [Request<DeliverUnitRequest>(IsOptional = true), Response<PromiseView>, Problem(409)]
    public async Task<IResult> Deliver(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/delivered")] HttpRequest request,
        string promiseId,
        string number)
    {
        var (body, problem) = await RequestBody.ReadOptionalAsync(request, deliverValidator, new DeliverUnitRequest());
        if (problem is not null) return problem;
        if (ClockRule.IsFromFuture(body!.At, clock.GetUtcNow()))
            return Problems.Invalid("at", "must not be in the future.");
        return await DecideAsync(promiseId, number, (promise, unit) =>
            service.DeliverAsync(promise, unit, body.ToDelivery(promise, unit, clock.GetUtcNow())));
    }

    /// <summary>
    /// Records the gain of a member, in place of an earlier one. 409 for a service, before the unit is delivered and 7
    /// days after.
    /// </summary>
    [Function("EnterGain")]
    [Request<EnterGainRequest>, Response<PromiseView>, Problem(409)]
    public async Task<IResult> EnterGain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/gain")] HttpRequest request,
        string promiseId,
        string number)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, gainValidator);
        if (problem is not null) return problem;
        return await DecideAsync(promiseId, number, (promise, unit) => promises.AnswerAsync(
            promise, unit, GainSource.OfMember(body!.MemberId!), body.Score!.Value, body.By, clock.GetUtcNow()));
    }

    async Task<IResult> DecideAsync(
        string promiseId,
        string number,
        Func<Promise, PromisedUnit, Task<Decided<UnitState, PromiseEvent>>> decide)
    {
        if (await promises.FindAsync(promiseId) is not { Value: var promise })
            return PromiseEndpoints.NotFound(promiseId);
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            || promise.Find(n) is not { } unit)
            return Problems.NotFound($"The promise {promiseId} has no unit {number}.");
        if (promise.ForgottenAt is not null)
            return Problems.Conflict(ConflictKind.Ended, "The records of the promise are deleted.");
        return await decide(promise, unit) is { Events: [PromiseEvent.Refused refused] }
            ? Problems.From(refused.Refusal)
            : ApiJson.Json(await reader.ReadAsync(promise));
    }
}
