namespace FunctionsApp.Tests.Events.Channels;

public sealed class SimulatedContractTests(SimulatedPlatform platform)
    : ChannelContractTests(platform), IClassFixture<SimulatedPlatform>;

public sealed class StaffedSimulatedContractTests(StaffedSimulatedPlatform platform)
    : ChannelContractTests(platform), IClassFixture<StaffedSimulatedPlatform>;
