using System.Net;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Operations;

public sealed class OperationsTests
{
    [Fact]
    public async Task A_server_that_has_all_it_needs_is_ready()
    {
        using Person visitor = Shared.App.Visitor();

        (await visitor.GetAsync("/healthz")).ShouldBeFine()["status"].ShouldBe("ok");
        Answer ready = (await visitor.GetAsync("/readyz")).ShouldBeFine();
        ready["checks.database"].ShouldBe("ok");
        ready["checks.disk"].ShouldBe("ok");
        ready["checks.ffmpeg"].ShouldBe("ok");
    }

    [Fact]
    public async Task A_server_without_room_on_its_disk_lives_but_is_not_ready()
    {
        await using LucarneApp app = await LucarneApp.StartAsync(options => options.MinFreeDiskBytes = long.MaxValue);
        using Person visitor = app.Visitor();

        (await visitor.GetAsync("/healthz")).ShouldBeFine();
        Answer ready = await visitor.GetAsync("/readyz");
        ready.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ready["checks.disk"].ShouldNotBeNull().ShouldContain("MinFreeDiskBytes");
    }

    [Fact]
    public async Task Metrics_are_written_for_Prometheus()
    {
        using Person ada = await Shared.App.SignUpAsync("measured");

        Answer metrics = (await ada.GetAsync("/metrics")).ShouldBeFine();

        metrics.MediaType.ShouldBe("text/plain");
        metrics.Text.ShouldContain("lucarne_accounts");
        metrics.Text.ShouldContain("http_server_request_duration_seconds");
    }
}
