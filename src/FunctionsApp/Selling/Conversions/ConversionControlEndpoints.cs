using Community.Selling.Conversions;
using FluentValidation;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.Conversions;

/// <summary>The body of hold, cancel and sold-out, which may be absent: who says so.</summary>
public sealed record ControlRequest(string? By = null);

/// <summary>The body of resume: <c>run</c> or <c>skip</c> what was missed (needed where something was), and who says so.</summary>
public sealed record ResumeRequest(string? Missed = null, string? By = null);

/// <summary>What the operator does to a conversion that runs.</summary>
public sealed class ConversionControlEndpoints(ConversionService service, IValidator<ControlRequest> rules, IValidator<ResumeRequest> resumeRules, TimeProvider clock)
{
    /// <summary>Nothing is said until it is resumed; clicks go on. 409 once it is over.</summary>
    [Function("HoldConversion")]
    public Task<IResult> Hold(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/conversions/{id}/hold")] HttpRequest request, string id, [DurableClient] DurableTaskClient durable) =>
        ControlAsync(request, id, by => new ConversionCommand.Hold(by, clock.GetUtcNow()), durable);

    /// <summary>It goes on; 400 where an instant passed meanwhile and <c>missed</c> does not say whether to run or to skip it.</summary>
    [Function("ResumeConversion")]
    public async Task<IResult> Resume(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/conversions/{id}/resume")] HttpRequest request, string id, [DurableClient] DurableTaskClient durable)
    {
        var body = await RequestBody.ReadOptionalAsync(request, resumeRules, new ResumeRequest());
        if (body.Problem is not null) return body.Problem;
        MissedSteps? missed = body.Value!.Missed is { } word ? Enum.Parse<MissedSteps>(word, ignoreCase: true) : null;
        return await service.DecideAsync(id, _ => new ConversionCommand.Resume(missed, ConversionService.NameOf(body.Value.By), clock.GetUtcNow()), durable);
    }

    /// <summary>Ends it without another word. 409 once it is closed.</summary>
    [Function("CancelConversion")]
    public Task<IResult> Cancel(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/conversions/{id}/cancel")] HttpRequest request, string id, [DurableClient] DurableTaskClient durable) =>
        ControlAsync(request, id, by => new ConversionCommand.Cancel(by, clock.GetUtcNow()), durable);

    /// <summary>Nothing is left: the closing words are said now, and no last call. 409 before the link and once it is over.</summary>
    [Function("SellOutConversion")]
    public Task<IResult> SellOut(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/conversions/{id}/sold-out")] HttpRequest request, string id, [DurableClient] DurableTaskClient durable) =>
        ControlAsync(request, id, by => new ConversionCommand.SellOut(by, clock.GetUtcNow()), durable);

    async Task<IResult> ControlAsync(HttpRequest request, string id, Func<string, ConversionCommand> command, DurableTaskClient durable)
    {
        var body = await RequestBody.ReadOptionalAsync(request, rules, new ControlRequest());
        return body.Problem ?? await service.DecideAsync(id, _ => command(ConversionService.NameOf(body.Value!.By)), durable);
    }
}

/// <summary>What hold, cancel and sold-out may say.</summary>
public sealed class ControlValidator : AbstractValidator<ControlRequest>
{
    /// <summary>The rules.</summary>
    public ControlValidator() => RuleFor(body => body.By).Who();
}

/// <summary>What resume may say.</summary>
public sealed class ResumeValidator : AbstractValidator<ResumeRequest>
{
    /// <summary>The rules.</summary>
    public ResumeValidator()
    {
        RuleFor(body => body.Missed).Must(missed => missed is null or "run" or "skip").WithMessage("must be run or skip.");
        RuleFor(body => body.By).Who();
    }
}
