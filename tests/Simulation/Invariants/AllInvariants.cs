namespace Simulation.Invariants;

static class AllInvariants
{
    public static IReadOnlyList<IInvariant> All { get; } =
    [
        new AcknowledgedIsKept(),
        new NoEffectTwice(),
        new CreditsEqualInvitees(),
        new RewardsWithinStock(),
        new AmendmentsExplainTotals(),
        new FlashGroupsEnd(),
        new NewcomersGreetedOnce(),
        new MembersEqualTheChats(),
        new WelcomesMadeOnce(),
        new RemindersGiven(),
        new WorkflowsEndOrWait(),
        new QuotasKept(),
        new GroupSendLimitKept(),
        new NoGroupSendLeft(),
        new JoinWaysEnd(),
        new NothingLeftBehind(),
        new ScansCounted(),
        new OrdersEqualTheShop(),
        new OrdersEqualTheFiles(),
        new OfferSalesEqualTheShop(),
        new AttributionEqualsTheClicks(),
        new HoldoutGotNoWarmUp(),
        new PushesSentOnce(),
        new PushesEnd(),
        new PushLimitsKept(),
        new OwnerTapsKept(),
        new BlackoutKept(),
        new PreviewsComeTrue(),
        new ChangesAreAudited(),
        new RolesKept(),
        new LogsHoldNoMemberData(),
        new PlansEqualTheDocument(),
        new FeedbackAnsweredOrEscalating(),
        new FrozenGroupsStaySilent(),
        new PromisesKeptOrTold(),
        new NoMeasureWithoutDecision(),
    ];
}
