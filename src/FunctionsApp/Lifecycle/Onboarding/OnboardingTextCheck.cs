using Community.Groups;
using Community.Lifecycle.Onboarding;
using Community.Platform;
using Community.Platform.Texts;
using FunctionsApp.Groups;

namespace FunctionsApp.Lifecycle.Onboarding;

sealed class OnboardingTextCheck : IGroupTextCheck
{
    public Refusal? Check(Group group) => OnboardingTextRules.Check(group, Phrasebook.Chinese);
}
