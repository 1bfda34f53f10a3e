using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>The body of <c>POST /api/group-buys/{id}/cancel</c>; the group-buy shows both fields.</summary>
public sealed record CancelGroupBuyRequest(string? By, string? Reason);

public sealed class CancelGroupBuyValidator : AbstractValidator<CancelGroupBuyRequest>
{
    public CancelGroupBuyValidator()
    {
        RuleFor(cancel => cancel.By).Author();
        RuleFor(cancel => cancel.Reason).Reason();
    }
}
