using Community.Selling.Conversions;
using FluentValidation;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.Conversions;

/// <summary>The optional body of hold, cancel and sold-out: the name for the audit.</summary>
public sealed record ControlRequest(string? By = null);

/// <summary>
/// The body of resume. <c>missed</c> is <c>run</c> or <c>skip</c>, required when a step became due meanwhile.
/// </summary>
public sealed record ResumeRequest(string? Missed = null, string? By = null);

/// <summary>Operators' control of a running conversion.</summary>
public sealed class ConversionControlEndpoints(
    ConversionService service,
    IValidator<ControlRequest> validator,
    IValidator<ResumeRequest> resumeValidator,
    TimeProvider clock)
{
    /// <summary>Stops all messages until the conversion is resumed; clicks still count. 409 once it is over.</summary>
    [Function("HoldConversion")]
    [Request<ControlRequest>(IsOptional = true), Response<ConversionView>, Problem(409)]
    public Task<IResult> Hold(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/conversions/{id}/hold")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient durable) =>
        ControlAsync(request, id, author => new ConversionCommand.Hold(author, clock.GetUtcNow()), durable);

    /// <summary>Continues; 400 when a step became due meanwhile and <c>missed</c> is absent.</summary>
    [Function("ResumeConversion")]
    [Request<ResumeRequest>(IsOptional = true), Response<ConversionView>, Problem(409)]
    public async Task<IResult> Resume(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/conversions/{id}/resume")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient durable)
    {
        var (body, problem) = await RequestBody.ReadOptionalAsync(request, resumeValidator, new ResumeRequest());
        if (problem is not null) return problem;
        MissedSteps? missed = body!.Missed is { } name ? Enum.Parse<MissedSteps>(name, ignoreCase: true) : null;
        var resume = new ConversionCommand.Resume(missed, ConversionService.AuthorOf(body.By), clock.GetUtcNow());
        return await DecideAsync(request, id, resume, durable);
    }

    /// <summary>Ends the conversion without another message. 409 once it is closed.</summary>
    [Function("CancelConversion")]
    [Request<ControlRequest>(IsOptional = true), Response<ConversionView>, Problem(409)]
    public Task<IResult> Cancel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/conversions/{id}/cancel")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient durable) =>
        ControlAsync(request, id, author => new ConversionCommand.Cancel(author, clock.GetUtcNow()), durable);

    /// <summary>
    /// Reports that no stock is left: the closing is sent now, without a last call. 409 before the link and once it is
    /// over.
    /// </summary>
    [Function("SellOutConversion")]
    [Request<ControlRequest>(IsOptional = true), Response<ConversionView>, Problem(409)]
    public Task<IResult> SellOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/conversions/{id}/sold-out")]
        HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient durable) =>
        ControlAsync(request, id, author => new ConversionCommand.SellOut(author, clock.GetUtcNow()), durable);

    async Task<IResult> ControlAsync(
        HttpRequest request, string id, Func<string, ConversionCommand> command, DurableTaskClient durable)
    {
        var (body, problem) = await RequestBody.ReadOptionalAsync(request, validator, new ControlRequest());
        return problem ?? await DecideAsync(request, id, command(ConversionService.AuthorOf(body!.By)), durable);
    }

    async Task<IResult> DecideAsync(
        HttpRequest request, string id, ConversionCommand command, DurableTaskClient durable)
    {
        var (response, actions) = await service.DecideAsync(request, id, _ => command);
        await durable.PerformAsync(actions);
        return response;
    }
}

public sealed class ControlValidator : AbstractValidator<ControlRequest>
{
    public ControlValidator() => RuleFor(body => body.By).AuthorName();
}

public sealed class ResumeValidator : AbstractValidator<ResumeRequest>
{
    public ResumeValidator()
    {
        RuleFor(body => body.Missed)
            .Must(missed => missed is null or "run" or "skip").WithMessage("must be run or skip.");
        RuleFor(body => body.By).AuthorName();
    }
}
