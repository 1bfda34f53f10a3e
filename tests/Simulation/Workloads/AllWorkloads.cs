using Simulation.Plans;

namespace Simulation.Workloads;

/// <summary>Draws the workloads of a run.</summary>
static class AllWorkloads
{
    const int Pushes = 0x9054;
    const int Operators = 0x09e7;
    const int People = 0x2e09;
    const int Plans = 0x91a5;
    const int Feedback = 0xfb0c;
    const int Crises = 0xc515;
    const int GroupBuys = 0x6b45;
    const int SuperUsers = 0x5e05;

    // They leave the runs of the seeds of known-seeds.json as they were.
    const int RuleBreaches = 0x04bd;
    const int Promises = 0x05f1;
    const int NextSteps = 0x111d;
    const int GroupBuyCancellations = 0x5cc9;

    public static IEnumerable<IWorkload> Draw(int seed, Random random, Behaviour behaviour)
    {
        if (random.NextDouble() < behaviour.Campaigns)
            yield return new CampaignWorkload(random.Next(3, 6), random.NextDouble() < behaviour.Scans);
        if (random.NextDouble() < behaviour.Onboarding)
            yield return new NewcomerWorkload(random.NextDouble() < 0.2);
        if (random.NextDouble() < behaviour.FlashSale)
            yield return new FlashSaleWorkload(random.Next(1, 3));
        if (random.NextDouble() < behaviour.Conversions)
            yield return new ConversionWorkload();
        if (random.NextDouble() < behaviour.Orders)
            yield return new OrderWorkload();
        yield return new StaffWorkload();
        if (random.NextDouble() < behaviour.MemberLinks)
            yield return new MemberLinkWorkload();
        if (random.NextDouble() < behaviour.Imports)
            yield return new ImportWorkload();
        // A source of its own keeps the runs of the seeds that it leaves out.
        if (new Random(seed ^ Pushes).NextDouble() < behaviour.Pushes)
            yield return new PushWorkload();
        if (new Random(seed ^ Operators).NextDouble() < behaviour.Operators)
            yield return new OperatorWorkload();
        if (seed > Plan.WeComSeeds) yield return new OwnerWorkload();
        if (new Random(seed ^ People).NextDouble() < behaviour.People) yield return new PeopleWorkload(seed);
        // On WeCom each group would need a chat.
        if (seed <= Plan.WeComSeeds && new Random(seed ^ Plans).NextDouble() < behaviour.PlanImports)
            yield return new PlanImportWorkload();
        if (new Random(seed ^ Feedback).NextDouble() < behaviour.Feedback) yield return new FeedbackWorkload(seed);
        if (new Random(seed ^ Crises).NextDouble() < behaviour.Crises) yield return new CrisisWorkload(seed);
        if (new Random(seed ^ Promises).NextDouble() < behaviour.Promises) yield return new PromiseWorkload(seed);
        if (new Random(seed ^ RuleBreaches).NextDouble() < behaviour.RuleBreaches)
            yield return new ViolationWorkload(seed);
        if (new Random(seed ^ GroupBuys).NextDouble() < behaviour.GroupBuys)
        {
            yield return new GroupBuyWorkload(
                seed, new Random(seed ^ GroupBuyCancellations).NextDouble() < behaviour.GroupBuyCancellations);
        }

        // On WeCom the group would need a chat.
        if (seed <= Plan.WeComSeeds && new Random(seed ^ SuperUsers).NextDouble() < behaviour.SuperUsers)
            yield return new SuperUserWorkload(seed);
        if (new Random(seed ^ NextSteps).NextDouble() < behaviour.NextSteps) yield return new NextStepWorkload(seed);
    }
}
