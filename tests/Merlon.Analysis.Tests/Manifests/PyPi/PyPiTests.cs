namespace Merlon.Analysis.Tests.Manifests.PyPi;

public sealed class PyPiTests
{
    [Fact]
    public Task Requirements_FollowIncludesAndConstraints() => ManifestTree.ShouldGive(
        [("requirements.txt", """
        # comment
        -r base/common.txt
        -c limits.txt
        Django==4.2.1 ; python_version >= "3.8"   # why
        requests[security]>=2.0,<3
        pinned
        Zope.Interface===5.0
        continued \
          == 1.1 \
          --hash=sha256:abc
        git+https://example.com/x.git
        direct @ https://example.com/direct-1.0.tar.gz
        -r missing.txt
        """), ("base/common.txt", "flask~=2.0\n"), ("limits.txt", "pinned==7.7\nunused==1\n")], """
        pkg:pypi/continued@1.1 runtime direct
        pkg:pypi/direct runtime direct
        pkg:pypi/django@4.2.1 runtime direct
        pkg:pypi/flask runtime direct [~=2.0]
        pkg:pypi/pinned@7.7 runtime direct
        pkg:pypi/requests runtime direct [>=2.0,<3]
        pkg:pypi/zope-interface@5.0 runtime direct
        """);

    [Fact]
    public Task Requirements_ThatIncludeEachOther_End() => ManifestTree.ShouldGive(
        [("requirements.txt", "-r requirements-dev.txt\na==1\n"), ("requirements-dev.txt", "-r requirements.txt\nb==2\n")], """
        pkg:pypi/a@1 development direct
        pkg:pypi/b@2 development direct
        pkg:pypi/a@1 runtime direct
        pkg:pypi/b@2 runtime direct
        """);

    const string PyProject = """
        [project]
        name = "app"
        dependencies = ["a>=1", 'b ; extra == "x"']
        [project.optional-dependencies]
        speed = ["fast==3.0"]
        [dependency-groups]
        test = ["t"]
        dev = ["d>=4", {include-group = "test"}]
        [build-system]
        requires = ["hatchling"]
        """;

    [Fact]
    public Task PyProject_Alone_GivesItsGroups() => ManifestTree.ShouldGive([("pyproject.toml", PyProject)], """
        pkg:pypi/a runtime direct [>=1]
        pkg:pypi/b optional direct
        pkg:pypi/d development direct [>=4]
        pkg:pypi/fast@3.0 optional direct
        pkg:pypi/hatchling build direct
        pkg:pypi/t test direct
        """);

    [Fact]
    public Task UvLock_LeavesTheProjectItselfOut() => ManifestTree.ShouldGive(
        [("pyproject.toml", PyProject), ("uv.lock", """
        version = 1
        [[package]]
        name = "app"
        version = "0.1"
        source = { virtual = "." }
        dependencies = [{ name = "a" }]
        [[package]]
        name = "a"
        version = "1.5"
        source = { registry = "https://pypi.org/simple" }
        dependencies = [
            { name = "c", marker = "sys_platform == 'win32'" },
        ]
        [[package]]
        name = "c"
        version = "2.0"
        [[package]]
        name = "d"
        version = "4.1"
        dependencies = [{ name = "c" }]
        """)], """
        pkg:pypi/a@1.5 runtime direct
        pkg:pypi/c@2.0 runtime by pkg:pypi/a@1.5, pkg:pypi/d@4.1
        pkg:pypi/d@4.1 development direct
        """);

    [Fact]
    public Task PoetryLock_TakesRootsFromPoetrysTables() => ManifestTree.ShouldGive(
        [("pyproject.toml", """
        [tool.poetry.dependencies]
        python = "^3.10"
        A_b = "^1.0"
        [tool.poetry.group.test.dependencies]
        t = {version = "*", extras = ["x"]}
        """), ("poetry.lock", """
        [[package]]
        name = "a-b"
        version = "1.5"
        [package.dependencies]
        c = {version = ">=1", optional = true}
        [[package]]
        name = "c"
        version = "2.0"
        [[package]]
        name = "t"
        version = "3.0"
        """)], """
        pkg:pypi/a-b@1.5 runtime direct
        pkg:pypi/c@2.0 optional by pkg:pypi/a-b@1.5
        pkg:pypi/t@3.0 test direct
        """);

    [Fact]
    public Task PdmAndPipfileLocks_GiveTheirs() => ManifestTree.ShouldGive(
        [("a/pyproject.toml", "[project]\ndependencies = ['a']\n"), ("a/pdm.lock", "[[package]]\nname = 'a'\nversion = '1.5'\ndependencies = ['c>=1']\n[[package]]\nname = 'c'\nversion = '2.0'\n"),
         ("b/Pipfile", "[packages]\na = '*'\n[dev-packages]\nd = '*'\n"), ("b/Pipfile.lock", """
         { "_meta": {}, "default": { "a": { "version": "==1.0" }, "c": { "version": "==2.0" } }, "develop": { "d": { "version": "==3.0" } } }
         """)], """
        pkg:pypi/a@1.5 runtime direct
        pkg:pypi/c@2.0 runtime by pkg:pypi/a@1.5
        pkg:pypi/a@1.0 runtime direct
        pkg:pypi/c@2.0 runtime
        pkg:pypi/d@3.0 development direct
        """);

    [Fact]
    public Task SetupCfgCondaAndMetadata_GiveTheirs() => ManifestTree.ShouldGive(
        [("a/setup.cfg", "[metadata]\nname = x\n[options]\ninstall_requires =\n    a==1.0\n    b>2\n[options.extras_require]\ntest = t==1\n"),
         ("b/environment.yml", "name: e\ndependencies:\n  - python=3.11.4=h1\n  - conda-forge::numpy>=1.2\n  - pip\n  - pip:\n    - a==1.0\n"),
         ("c/x-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: X.y\nVersion: 1.0\nLicense-Expression: MIT\nClassifier: License :: OSI Approved\n\nName: not-this\n")], """
        pkg:pypi/a@1.0 runtime direct
        pkg:pypi/b runtime direct [>2]
        pkg:pypi/t@1 optional direct
        pkg:conda/numpy?channel=conda-forge runtime direct [>=1.2]
        pkg:conda/pip runtime direct
        pkg:conda/python@3.11.4?build=h1 runtime direct
        pkg:pypi/a@1.0 runtime direct
        pkg:pypi/x-y@1.0 runtime (MIT)
        """);

    [Fact]
    public Task UvLock_WithAPackageInSeveralVersions_GivesThemAll() => ManifestTree.ShouldGive(
        [("pyproject.toml", "[project]\nname = 'app'\ndependencies = ['numpy', 'pandas']\n"), ("uv.lock", """
        version = 1
        resolution-markers = ["python_full_version >= '3.11'", "python_full_version < '3.11'"]
        [[package]]
        name = "app"
        version = "0.1"
        source = { editable = "." }
        [[package]]
        name = "numpy"
        version = "2.2.6"
        source = { registry = "https://pypi.org/simple" }
        resolution-markers = ["python_full_version < '3.11'"]
        [[package]]
        name = "numpy"
        version = "2.3.4"
        source = { registry = "https://pypi.org/simple" }
        resolution-markers = ["python_full_version >= '3.11'"]
        [[package]]
        name = "pandas"
        version = "2.3.3"
        source = { registry = "https://pypi.org/simple" }
        dependencies = [
            { name = "numpy", version = "2.2.6", source = { registry = "https://pypi.org/simple" }, marker = "python_full_version < '3.11'" },
            { name = "tzdata" },
        ]
        [[package]]
        name = "tzdata"
        version = "2025.2"
        """)], """
        pkg:pypi/numpy@2.2.6 runtime direct by pkg:pypi/pandas@2.3.3
        pkg:pypi/numpy@2.3.4 runtime direct
        pkg:pypi/pandas@2.3.3 runtime direct
        pkg:pypi/tzdata@2025.2 runtime by pkg:pypi/pandas@2.3.3
        """);

    [Fact]
    public Task CondaLock_GivesAPackageOfSeveralPlatformsOnce() => ManifestTree.ShouldGive(
        [("environment.yml", "channels: [conda-forge]\ndependencies:\n  - conda-forge::numpy>=1.2\n  - pytest\n  - pip:\n    - flask>2\n"), ("conda-lock.yml", """
        version: 1
        metadata:
          platforms: [linux-64, osx-arm64]
        package:
        - name: libblas
          version: 3.9.0
          manager: conda
          platform: linux-64
          dependencies: {}
          url: https://conda.anaconda.org/conda-forge/linux-64/libblas-3.9.0-20_linux64_openblas.conda
          category: main
          optional: false
        - name: numpy
          version: 1.26.4
          manager: conda
          platform: linux-64
          dependencies:
            libblas: '>=3.9.0,<4.0a0'
          url: https://conda.anaconda.org/conda-forge/linux-64/numpy-1.26.4-py312heda63a1_0.conda
          category: main
          optional: false
        - name: numpy
          version: 1.26.4
          manager: conda
          platform: osx-arm64
          dependencies: {}
          url: https://conda.anaconda.org/conda-forge/osx-arm64/numpy-1.26.4-py312h8442bc7_0.conda
          category: main
          optional: false
        - name: pytest
          version: 8.0.0
          manager: conda
          platform: linux-64
          dependencies: {}
          url: https://conda.anaconda.org/conda-forge/noarch/pytest-8.0.0-pyhd8ed1ab_0.conda
          category: dev
          optional: true
        - name: flask
          version: 3.0.1
          manager: pip
          platform: linux-64
          dependencies: {}
          url: https://files.pythonhosted.org/packages/flask-3.0.1-py3-none-any.whl
          category: main
          optional: false
        """)], """
        pkg:conda/libblas@3.9.0?channel=conda-forge runtime by pkg:conda/numpy@1.26.4?channel=conda-forge
        pkg:conda/numpy@1.26.4?channel=conda-forge runtime direct
        pkg:conda/pytest@8.0.0?channel=conda-forge development direct
        pkg:pypi/flask@3.0.1 runtime direct
        """);

    [Fact]
    public Task PixiLock_GivesWhatHasAnAddress() => ManifestTree.ShouldGive(
        [("pixi.toml", "[workspace]\nname = 'app'\n[dependencies]\npython = '3.12.*'\n[pypi-dependencies]\nclick = '*'\n"), ("pixi.lock", """
        version: 6
        environments:
          default:
            packages:
              linux-64:
              - conda: https://conda.anaconda.org/conda-forge/linux-64/ca-certificates-2024.8.30-hbcca054_0.conda
        packages:
        - conda: https://conda.anaconda.org/conda-forge/linux-64/ca-certificates-2024.8.30-hbcca054_0.conda
          sha256: afee721baa6d988e27fef1832f68d6f32ac8cc99cdf6015732224c2841a09cea
          license: ISC
        - conda: https://conda.anaconda.org/conda-forge/linux-64/python-3.12.7-hc5c86c4_0_cpython.conda
          depends:
          - ca-certificates
        - pypi: https://files.pythonhosted.org/packages/click-8.1.7-py3-none-any.whl
          name: click
          version: 8.1.7
        - pypi: ./
          name: app
          version: 0.1.0
        """)], """
        pkg:conda/ca-certificates@2024.8.30?channel=conda-forge runtime (ISC)
        pkg:conda/python@3.12.7?channel=conda-forge runtime direct
        pkg:pypi/click@8.1.7 runtime direct
        """);
}
