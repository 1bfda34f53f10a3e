using Community.Groups.Staff;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Groups.Staff;

/// <summary>The body of <c>POST /api/staff</c>.</summary>
public sealed record CreateStaffRequest(string? Id, string? Name, string? WeComUserId)
{
    public StaffMember ToStaffMember(string id, DateTimeOffset now) => new(id, Name!, WeComUserId, now);
}

public sealed class CreateStaffValidator : AbstractValidator<CreateStaffRequest>
{
    public CreateStaffValidator()
    {
        RuleFor(staff => staff.Id).ChosenId();
        RuleFor(staff => staff.Name).Line(60);
        RuleFor(staff => staff.WeComUserId).ChannelKey().When(staff => staff.WeComUserId is not null);
    }
}
