using System.Text;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Languages.Java;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Tests.Dataflow.Interpretation;

/// <summary>Rules and models are shared by the programs of a process; what a type is, is each program's own.</summary>
public class LookupTests
{
    const string Caller = """
        import javax.servlet.http.*;
        class Caller extends HttpServlet {
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException { run(null, request.getParameter("a")); }
            void run(Runner runner, String command) throws java.io.IOException { runner.exec(command); }
        }
        """;

    [Fact]
    public void Lookup_OfATypeThatAnotherProgramDeclaresOtherwise_IsTheProgramsOwn()
    {
        var library = RuleLibrary.Load();
        var (models, rules) = (library.Models, library.Rules);
        Count("abstract class Runner { abstract void exec(String command); }").ShouldBe(0);
        Count("abstract class Runner extends Runtime { }").ShouldBe(1);
        Count("abstract class Runner { abstract void exec(String command); }").ShouldBe(0);

        int Count(string runner)
        {
            SourceFile[] files = [new("Caller.java", Encoding.UTF8.GetBytes(Caller)), new("Runner.java", Encoding.UTF8.GetBytes(runner))];
            var program = new Program(new JavaFrontEnd(models).Lower(files, 1, TestContext.Current.CancellationToken), []);
            var result = new Engine(new Application(program, models, rules), new EngineOptions()).Run(1, null, TestContext.Current.CancellationToken);
            return result.Discoveries.Count(d => d.Rule.Id == "command-injection");
        }
    }
}
