using System.Globalization;
using FunctionsApp.Care.Promises;
using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>An operator makes a promise, delivers a unit of it, or enters the gain of a member.</summary>
sealed record PromiseCall(TimeSpan At, string Id, PromiseDeed Deed, object Body, int Unit = 0)
    : DeedCall<PromiseDeed>(At, Id, Deed, Body)
{
    /// <summary>The delivery; null for another deed.</summary>
    public DeliverUnitRequest? Delivery => Body as DeliverUnitRequest;

    /// <summary>The gain; null for another deed.</summary>
    public EnterGainRequest? Gain => Body as EnterGainRequest;

    protected override string Thing => "promise";

    protected override string Path => Deed switch
    {
        PromiseDeed.Make => "/api/promises",
        PromiseDeed.Deliver => $"/api/promises/{Id}/units/{UnitNumber}/delivered",
        _ => $"/api/promises/{Id}/units/{UnitNumber}/gain",
    };

    protected override (string Id, PromiseDeed Deed) Does => (Deed is PromiseDeed.Make ? Id : UnitId, Deed);

    protected override (string Id, PromiseDeed Deed) Needs =>
        Deed is PromiseDeed.Gain ? (UnitId, PromiseDeed.Deliver) : (Id, PromiseDeed.Make);

    string UnitNumber => Unit.ToString(CultureInfo.InvariantCulture);

    string UnitId => $"{Id}/{UnitNumber}";

    protected override IDictionary<(string Id, PromiseDeed Deed), DateTimeOffset> DoneIn(World world) =>
        world.Promises;
}

/// <summary>What is done with a promise.</summary>
enum PromiseDeed
{
    Make,
    Deliver,
    Gain,
}
