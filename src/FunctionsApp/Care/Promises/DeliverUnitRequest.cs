using System.Linq.Expressions;
using Community.Care.Promises;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Promises;

/// <summary>
/// The body of <c>POST /api/promises/{id}/units/{n}/delivered</c>. <c>at</c> is now when it is absent. <c>quantity</c>
/// is for each of <c>memberIds</c>; when it is absent, that of the unit to learn, and 1 of a service. A repeat is known
/// by its <c>id</c>, and without one by its content. All of it can be absent.
/// </summary>
public sealed record DeliverUnitRequest(
    string? Id = null,
    string? By = null,
    DateTimeOffset? At = null,
    int? Quantity = null,
    IReadOnlyList<string>? MemberIds = null)
{
    public UnitDelivery ToDelivery(Promise promise, PromisedUnit unit, DateTimeOffset now)
    {
        var fingerprint = Creation.Fingerprint(this);
        return new UnitDelivery(
            unit.Number,
            Id is null ? $"same-{fingerprint}" : $"id-{Id}",
            fingerprint,
            Quantity ?? (promise.Kind is PromiseKind.Learning ? unit.Quantity : 1),
            MemberIds ?? [],
            By,
            At ?? now);
    }
}

public sealed class DeliverUnitValidator : AbstractValidator<DeliverUnitRequest>
{
    static readonly Expression<Func<DeliverUnitRequest, IReadOnlyList<string>?>> MemberIds =
        delivery => delivery.MemberIds;

    public DeliverUnitValidator()
    {
        RuleFor(delivery => delivery.Id).ChosenId();
        RuleFor(delivery => delivery.By).Author().When(delivery => delivery.By is not null);
        RuleFor(delivery => delivery.Quantity).UnitQuantity();
        When(delivery => delivery.MemberIds is not null, () =>
        {
            RuleFor(MemberIds).Items(1, UnitDelivery.MaxMembers).Distinct("must hold each id once.");
            RuleForEach(FieldRules.ItemsOf(MemberIds)).ChannelKey();
        });
    }
}
