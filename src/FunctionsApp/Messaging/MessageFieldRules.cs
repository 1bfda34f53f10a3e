using Community.Messaging.Deliveries;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Messaging;

static class MessageFieldRules
{
    /// <summary>A required text within the size limit of a group robot.</summary>
    public static IRuleBuilderOptions<T, string?> RobotText<T>(this IRuleBuilder<T, string?> field) => field
        .Text(TextLimit.RobotBytes)
        .Must(text => TextLimit.Fits(text!, TextLimit.RobotBytes))
        .WithMessage($"must be at most {TextLimit.RobotBytes} bytes of UTF-8.");
}
